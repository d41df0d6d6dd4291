import writeXlsxFile from 'write-excel-file/node';
import type { SettlementDetail, SettlementLine, SettlementSummary } from '../../../upstream/club/contract';
import { sheetText } from './sheet-text';

const stateWords: Record<SettlementSummary['state'], string> = {
  open: '未出账',
  closed: '待确认',
  disputed: '有异议',
  confirmed: '已确认',
  paid: '已付款',
};
const kindWords: Record<SettlementLine['kind'], string> = {
  redemption: '核销',
  reversal: '撤销',
  adjustment: '调整',
};

type Cell =
  { value: string; type: StringConstructor } | { value: number; type: NumberConstructor; format: string };

const text = (value: string): Cell => ({ value: sheetText(value), type: String });
/** Fen are whole numbers far below 2^53; two decimals of yuan are exact when shown. */
const yuan = (fen: number): Cell => ({ value: fen / 100, type: Number, format: '0.00' });
const number = (value: number): Cell => ({ value, type: Number, format: '0' });

/** 2026-11-22T14:05:00+08:00 → 2026-11-22 14:05. */
const minuteOf = (instant: string) => instant.slice(0, 16).replace('T', ' ');

function headRows(statement: Omit<SettlementDetail, 'lines' | 'nextCursor'>): Cell[][] {
  const { period, merchant } = statement;
  return [
    [text('结算单'), text(statement.number ?? '未出账')],
    [text('商户'), text(merchant.name)],
    [text('账期'), text(`${period.from} 至 ${period.to}`)],
    [text('状态'), text(stateWords[statement.state])],
    [text('笔数'), number(statement.lineCount)],
    [text('合计（元）'), yuan(statement.totalFen)],
    [text('发票号码'), text(statement.invoiceNo ?? '')],
    [],
  ];
}

const lineHead = [
  '编号',
  '时间',
  '门店',
  '服务',
  '类型',
  '第几次',
  '消费金额（元）',
  '结算金额（元）',
  '说明',
].map(text);

function lineRow(line: SettlementLine): Cell[] {
  return [
    text(line.redemptionId ?? line.lineId),
    text(minuteOf(line.at)),
    text(line.store.name),
    text(line.title),
    text(kindWords[line.kind]),
    line.useNo === null ? text('') : number(line.useNo),
    line.saleAmountFen === null ? text('') : yuan(line.saleAmountFen),
    yuan(line.amountFen),
    text(line.note ?? ''),
  ];
}

/** The statement as a spreadsheet; every text in it is text to a spreadsheet, whatever somebody had typed. */
export async function statementFile(
  statement: Omit<SettlementDetail, 'lines' | 'nextCursor'>,
  lines: readonly SettlementLine[],
): Promise<Buffer> {
  const rows = [...headRows(statement), lineHead, ...lines.map(lineRow)];
  const widths = [38, 18, 30, 20, 8, 8, 16, 16, 30];
  return writeXlsxFile(rows, { sheet: '结算明细', columns: widths.map((width) => ({ width })) }).toBuffer();
}
