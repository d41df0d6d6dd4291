import { Card } from '@/ui/card';
import { Money } from '@/ui/figure';
import { formatFullDate } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Line, Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import type { Payee, Payout } from '../../../../bff/upstream/core/contract/claim-parts';
import { payeeWords, payoutWords, resultWords } from '../after-messages';

const payees: readonly Payee[] = ['insured', 'garage', 'hospital', 'victim'];

/** What was paid, to whom, where to and when: the one number of a case that is over, the member's own first. */
export function CaseResult({ payouts }: { payouts: readonly Payout[] }) {
  const paid = payouts.filter(({ state }) => state === 'paid');
  const groups = payees
    .map((payee) => ({ payee, sums: paid.filter(({ account }) => account?.payee === payee) }))
    .filter(({ sums }) => sums.length > 0);
  if (groups.length === 0) return null;
  return (
    <Card>
      <Stack gap={4}>
        {groups.map(({ payee, sums }, index) => (
          <Stack key={payee} gap={2}>
            <Line spread wrap>
              <Words size="sub" tone="ink2">
                {resultWords.paidTo(payeeWords[payee])}
              </Words>
              <Tag tone="ok">{payoutWords.paid}</Tag>
            </Line>
            <Money
              amountFen={sums.reduce((total, { amountFen }) => total + amountFen, 0)}
              size={index === 0 ? 'figure' : 'head'}
            />
            {sums.map((sum) => (
              <Where key={sum.id} payout={sum} />
            ))}
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}

function Where({ payout: { account, paidAt, receiptNo } }: { payout: Payout }) {
  return (
    <Receipt
      lines={[
        ...(account
          ? [
              { name: payoutWords.bank, value: account.bankName },
              { name: payoutWords.account, value: `${account.holderMasked} ${account.accountMasked}` },
            ]
          : []),
        ...(paidAt ? [{ name: payoutWords.paidAt, value: formatFullDate(paidAt) }] : []),
        ...(receiptNo ? [{ name: payoutWords.receiptNo, value: receiptNo }] : []),
      ]}
    />
  );
}
