import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Money } from '@/ui/figure';
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

function fillWords({ state, purpose }: Payout): string {
  if (state === 'ready') return payoutWords.refill;
  if (state === 'accountProposed') return payoutWords.refillProposed;
  return purpose === 'ownDamage' ? payoutWords.fill : payoutWords.fillOther;
}

/** Each sum that is still to be paid, with whom it goes to; what was paid stands above, as the result. */
export function CasePayouts({ claimId, payouts: all }: { claimId: string; payouts: readonly Payout[] }) {
  const payouts = all.filter(({ state }) => state !== 'paid');
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

function linesOf({ account }: Payout): ReceiptLine[] {
  return [
    ...(account
      ? [
          { name: payoutWords.who, value: payeeWords[account.payee] },
          { name: payoutWords.holder, value: account.holderMasked },
          { name: payoutWords.bank, value: account.bankName },
          { name: payoutWords.account, value: account.accountMasked },
        ]
      : []),
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
        {payees
          .filter(({ allowed }) => !allowed)
          .map(({ payee, reason }) => (
            <Words key={payee} size="small" tone="ink3">
              {payoutWords.notAllowed(payeeWords[payee])}：{reason}
            </Words>
          ))}
        <Button
          wide
          kind={state === 'ready' ? 'text' : isNext ? 'primary' : 'ghost'}
          onTap={() => setOpen(true)}
        >
          {fillWords(payout)}
        </Button>
        <AccountSheet claimId={claimId} payout={payout} open={open} onClose={() => setOpen(false)} />
      </Stack>
    </Card>
  );
}
