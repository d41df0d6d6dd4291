import * as fc from 'fast-check';
import { demoMerchant } from '../../../../bff/systems/club/seed/demo-network';
import { statementFile } from '../../../../bff/systems/club/settlement/statement-file';
import type { SettlementDetail, SettlementLine } from '../../../../bff/upstream/club/contract';
import { readXlsx, type XlsxCell } from '../../../support/read-xlsx';
import { actors, stores } from './actors';
import { counterSteps } from './counter-steps';
import { settlementSteps } from './settlement-steps';
import { startClub, type ClubUnderTest } from './start-club';

const HEAD_ROWS = 9;
const [KIND, AMOUNT, NOTE] = [4, 7, 8];
/** Yuan with two decimals is exact in fen. */
const fenOf = (yuan: XlsxCell | undefined) => Math.round(Number(yuan) * 100);
const looksLikeFormula = (cell: XlsxCell) => typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell);

const line: SettlementLine = {
  lineId: 'line',
  redemptionId: null,
  kind: 'adjustment',
  at: '2026-11-22T14:05:00+08:00',
  service: 'carWash',
  title: '普通洗车',
  store: { id: 'sto', name: '经十路店' },
  useNo: null,
  saleAmountFen: null,
  amountFen: 0,
  note: null,
  dispute: null,
};
const statement: Omit<SettlementDetail, 'lines' | 'nextCursor'> = {
  id: 'batch',
  number: 'JS202611-0001',
  period: { from: '2026-11-01', to: '2026-11-30' },
  state: 'closed',
  totalFen: 0,
  lineCount: 1,
  redemptionCount: 0,
  openDisputes: 0,
  closedAt: null,
  confirmedAt: null,
  invoiceNo: null,
  paidAt: null,
  merchant: { id: 'mch', name: '泉城车享家' },
  byService: [],
  byKind: [],
  asOf: '2026-12-01T00:00:00+08:00',
};

describe('the file of a statement', () => {
  it('holds every text as it was typed, and none that a spreadsheet would reckon with', async () => {
    const lead = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '=cmd|', '@SUM(');
    // The mark of a character that was lost (U+FFFD) says nothing, and the library leaves it out.
    const sign = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
      .filter((one) => !one.includes('\uFFFD'));
    const typed = fc
      .tuple(lead, fc.string({ unit: sign, minLength: 1, maxLength: 20 }))
      .map((parts) => parts.join(''));
    // Names that a plain object knows: the library once lost them.
    const text = fc.oneof(
      { weight: 9, arbitrary: typed },
      fc.constantFrom('constructor', '__proto__', 'toString'),
    );
    const texts = fc.tuple(text, text, text, text);
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: -99_999_999, max: 99_999_999 }), async (given, amountFen) => {
        const [merchant, store, note, invoiceNo] = given;
        const told = {
          ...statement,
          merchant: { id: 'mch', name: merchant },
          invoiceNo,
          totalFen: amountFen,
        };
        const lines = [{ ...line, store: { id: 'sto', name: store }, note, amountFen }];
        const { rows, hasFormula } = readXlsx(await statementFile(told, lines));
        const cells = rows.flat();
        expect(hasFormula).toBe(false);
        expect(cells.filter(looksLikeFormula)).toEqual([]);
        for (const one of given) {
          expect(cells.some((cell) => cell === one || cell === `'${one}`)).toBe(true);
        }
        expect([fenOf(rows[5]?.[1]), fenOf(rows[HEAD_ROWS]?.[AMOUNT])]).toEqual([amountFen, amountFen]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the file that an owner downloads', () => {
  let club: ClubUnderTest;
  beforeAll(async () => {
    club = await startClub();
  }, 60_000);
  afterAll(() => club.stop());
  const counter = counterSteps(() => club);
  const books = settlementSteps(() => club);

  it('says what the statement says, line by line and to the fen', async () => {
    const use = async (service: string) =>
      counter.redeemed({ scanToken: await counter.scan(await counter.issue(service)) });
    await use('svc_wash');
    const undone = await use('svc_maintenance');
    await counter.reverse(undone.id, { as: actors.owner });
    const correction = { storeId: stores.first, serviceId: 'svc_wash', amountFen: -305, note: '=1+1' };
    await books.write('/adjustments', correction, { as: actors.provinceOperator });
    await books.close({ merchantId: demoMerchant.id });
    const closed = await books.newest();
    const response = await fetch(`${club.url}/v1/merchant/settlements/${closed.id}/statement`, {
      headers: { authorization: `Bearer ${club.token(actors.owner)}` },
    });
    const { rows } = readXlsx(Buffer.from(await response.arrayBuffer()));
    expect(rows[0]).toEqual(['结算单', closed.number]);
    expect(rows[1]).toEqual(['商户', closed.merchant.name]);
    expect(rows[2]?.[1]).toBe(`${closed.period.from} 至 ${closed.period.to}`);
    expect(rows[4]).toEqual(['笔数', closed.lineCount]);
    expect(fenOf(rows[5]?.[1])).toBe(closed.totalFen);
    const lines = rows.slice(HEAD_ROWS);
    expect(lines).toHaveLength(closed.lineCount);
    const amounts = closed.lines.map(({ amountFen, note }) => [amountFen, note === null ? '' : `'${note}`]);
    expect(lines.map((cells) => [fenOf(cells[AMOUNT]), cells[NOTE] ?? ''])).toEqual(amounts);
    expect(new Set(lines.map((cells) => cells[KIND]))).toEqual(new Set(['调整', '撤销', '核销']));
    expect(lines.reduce((sum, cells) => sum + fenOf(cells[AMOUNT]), 0)).toBe(closed.totalFen);
  });
});
