import { Card, Inset } from '@/ui/card';
import { Money } from '@/ui/figure';
import { formatMoney } from '@/ui/format/money';
import { formatDay, formatInstant } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Receipt, type ReceiptLine } from '@/ui/receipt';
import { Line, Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import type { SettlementDetail } from '../../../bff/features/merchant/contract';
import { settlementWords, statementWords as words } from './settlement-messages';
import { periodWords, stateTone } from './settlement-period';

/** What was used, what was taken back, what was corrected, and what they come to. */
function sumLines({ byKind, totalFen }: SettlementDetail): ReceiptLine[] {
  const parts = byKind.map(({ kind, lineCount, amountFen }) => ({
    name: words.sumOf(words.kinds[kind], lineCount),
    value: formatMoney(amountFen),
  }));
  return [...parts, { name: words.total, value: formatMoney(totalFen), total: true }];
}

/** The sum is shown being added up: nobody has to believe it. */
export function SettlementSum({ settlement }: { settlement: SettlementDetail }) {
  const { state, merchant, totalFen, byService, number } = settlement;
  return (
    <Card>
      <Stack gap={3}>
        <Line spread wrap gap={2}>
          <Words size="sub" tone="ink2">
            {`${periodWords(settlement)}，${merchant.name}`}
          </Words>
          <Tag tone={stateTone[state]}>{settlementWords.states[state]}</Tag>
        </Line>
        <Money amountFen={totalFen} size="figure" />
        <Receipt lines={sumLines(settlement)} />
        {byService.length > 1 && (
          <Inset>
            <Words size="sub" bold>
              {words.byService}
            </Words>
            <Receipt
              lines={byService.map(({ title, lineCount, amountFen }) => ({
                name: words.byServiceOf(title, lineCount),
                value: formatMoney(amountFen),
              }))}
            />
          </Inset>
        )}
        <State settlement={settlement} />
        {number && (
          <Words size="small" tone="ink3">
            {settlementWords.number(number)}
          </Words>
        )}
      </Stack>
    </Card>
  );
}

/** Who has to do what next. */
function State({ settlement }: { settlement: SettlementDetail }) {
  const { state, period, openDisputes, confirmedAt, invoiceNo, paidAt } = settlement;
  switch (state) {
    case 'open':
      return <Notice tone="grey">{words.notClosed(formatDay(period.to))}</Notice>;
    case 'closed':
      return null;
    case 'disputed':
      return <Notice icon="clock">{words.waits(openDisputes)}</Notice>;
    case 'confirmed':
      return invoiceNo === null ? (
        <Notice tone="due">{words.needsInvoice}</Notice>
      ) : (
        <Notice tone="ok">{words.confirmed(confirmedAt ? formatInstant(confirmedAt) : '', invoiceNo)}</Notice>
      );
    case 'paid':
      return (
        <Notice tone="ok">
          {words.paid(paidAt ? formatInstant(paidAt) : '')}
          {invoiceNo && words.invoiceOf(invoiceNo)}
        </Notice>
      );
  }
}
