import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Money } from '@/ui/figure';
import { formatInstant } from '@/ui/format/time';
import { Receipt, type ReceiptLine } from '@/ui/receipt';
import { Section } from '@/ui/section';
import { Line, Stack } from '@/ui/stack';
import { Tag, type TagTone } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { Payout } from '../../../../bff/upstream/core/contract/claim-parts';
import { AccountSheet } from './account-sheet';
import { payeeWords, payoutWords } from '../after-messages';

const tones: Record<Payout['state'], TagTone> = {
  accountWanted: 'due',
  accountProposed: 'due',
  ready: 'brand',
  paid: 'ok',
};

const fillWords: Record<Exclude<Payout['state'], 'paid'>, string> = {
  accountWanted: payoutWords.fill,
  accountProposed: payoutWords.refillProposed,
  ready: payoutWords.refill,
};

/** Each sum with whom it goes to; the receipt once it is paid. */
export function CasePayouts({ claimId, payouts }: { claimId: string; payouts: readonly Payout[] }) {
  if (payouts.length === 0) return null;
  return (
    <Section title={payoutWords.title}>
      {payouts.map((payout) => (
        <PayoutCard
          key={payout.id}
          claimId={claimId}
          payout={payout}
          isNext={payout === payouts.find(({ state }) => state.startsWith('account'))}
        />
      ))}
    </Section>
  );
}

function linesOf({ account, paidAt, receiptNo }: Payout): ReceiptLine[] {
  return [
    ...(account
      ? [
          { name: payoutWords.who, value: payeeWords[account.payee] },
          { name: payoutWords.holder, value: account.holderMasked },
          { name: payoutWords.bank, value: account.bankName },
          { name: payoutWords.account, value: account.accountMasked },
        ]
      : []),
    ...(paidAt ? [{ name: payoutWords.paidAt, value: formatInstant(paidAt) }] : []),
    ...(receiptNo ? [{ name: payoutWords.receiptNo, value: receiptNo }] : []),
  ];
}

interface PayoutCardProps {
  claimId: string;
  payout: Payout;
  /** The first one that waits for an account: one filled button a screen. */
  isNext: boolean;
}

function PayoutCard({ claimId, payout, isNext }: PayoutCardProps) {
  const [open, setOpen] = useState(false);
  const { name, amountFen, state, payees } = payout;
  return (
    <Card>
      <Stack>
        <Line spread wrap>
          <Heading size="head">{name}</Heading>
          <Tag tone={tones[state]}>{payoutWords[state]}</Tag>
        </Line>
        <Money amountFen={amountFen} size="figure" />
        <Receipt lines={linesOf(payout)} />
        {state === 'accountProposed' && <Words size="sub">{payoutWords.proposedMeans}</Words>}
        {state !== 'paid' &&
          payees
            .filter(({ allowed }) => !allowed)
            .map(({ payee, reason }) => (
              <Words key={payee} size="small" tone="ink3">
                {payoutWords.notAllowed(payeeWords[payee])}：{reason}
              </Words>
            ))}
        {state !== 'paid' && (
          <Button
            wide
            kind={state === 'ready' ? 'text' : isNext ? 'primary' : 'ghost'}
            onTap={() => setOpen(true)}
          >
            {fillWords[state]}
          </Button>
        )}
        <AccountSheet claimId={claimId} payout={payout} open={open} onClose={() => setOpen(false)} />
      </Stack>
    </Card>
  );
}
