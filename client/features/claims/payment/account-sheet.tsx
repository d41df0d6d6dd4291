import { useState } from 'react';
import { failureOf, type Failure } from '@/api/failures';
import { randomId } from '@/platform/random-id';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { wordsOf } from '@/ui/failure-words';
import { Field } from '@/ui/field';
import { formatMoney } from '@/ui/format/money';
import { formatClock } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { AccountReadBack } from '../../../../bff/features/claims/contract/after';
import type { Payee, Payout } from '../../../../bff/upstream/core/contract/claim-parts';
import type { AccountProposal } from '../../../../bff/upstream/core/contract/claim-requests';
import { payeeWords, payoutWords } from '../after-messages';
import { proposeAccount } from '../after-api';
import { useClaimWrite } from '../case/use-claim-write';

interface AccountSheetProps {
  claimId: string;
  payout: Payout;
  open: boolean;
  onClose: () => void;
}

/** Two steps, so that a slip of the finger pays nobody: type it, then read it back and confirm exactly that. */
export function AccountSheet({ claimId, payout, open, onClose }: AccountSheetProps) {
  const [readBack, setReadBack] = useState<AccountReadBack>();
  const close = () => {
    setReadBack(undefined);
    onClose();
  };
  if (!open) return null;
  return readBack ? (
    <Confirm claimId={claimId} readBack={readBack} onClose={close} onChange={() => setReadBack(undefined)} />
  ) : (
    <Propose claimId={claimId} payout={payout} onClose={close} onUnderstood={setReadBack} />
  );
}

const ACCOUNT_NUMBER = /^\d{8,30}$/;
const SHORTEST_NAME = 2;
const withoutSpaces = (text: string): string => text.replace(/[\s-]/g, '');

function wrongIn({ holderName, bankName, accountNumber }: Omit<AccountProposal, 'payee'>) {
  return {
    holderName: holderName.trim().length < SHORTEST_NAME ? payoutWords.wrongHolder : undefined,
    bankName: bankName.trim().length < SHORTEST_NAME ? payoutWords.wrongBank : undefined,
    accountNumber: ACCOUNT_NUMBER.test(withoutSpaces(accountNumber)) ? undefined : payoutWords.wrongNumber,
  };
}

interface ProposeProps {
  claimId: string;
  payout: Payout;
  onClose: () => void;
  onUnderstood: (readBack: AccountReadBack) => void;
}

function Propose({ claimId, payout, onClose, onUnderstood }: ProposeProps) {
  const allowed = payout.payees.filter((one) => one.allowed);
  const [payee, setPayee] = useState<Payee | undefined>(allowed.length === 1 ? allowed[0]?.payee : undefined);
  const [typed, setTyped] = useState({ holderName: '', bankName: '', accountNumber: '' });
  const [asked, setAsked] = useState(false);
  const wrong = asked
    ? wrongIn(typed)
    : { holderName: undefined, bankName: undefined, accountNumber: undefined };
  const [failure, setFailure] = useState<Failure>();
  // An account number is kept nowhere on the phone, and naming one again harms nobody: nothing is paid before it is confirmed.
  const check = async () => {
    setAsked(true);
    setFailure(undefined);
    if (!payee || Object.values(wrongIn(typed)).some(Boolean)) return;
    const body: AccountProposal = {
      payee,
      holderName: typed.holderName.trim(),
      bankName: typed.bankName.trim(),
      accountNumber: withoutSpaces(typed.accountNumber),
    };
    try {
      onUnderstood(await proposeAccount(claimId, payout.id, body, randomId()));
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <Sheet
      open
      title={payoutWords.sheetTitle}
      onClose={onClose}
      action={
        <Button wide busyText={payoutWords.checking} onTap={check}>
          {payoutWords.check}
        </Button>
      }
    >
      <Stack gap={4}>
        {failure && (
          <Notice tone={failure.kind === 'refused' ? 'bad' : 'due'}>
            {failure.kind === 'refused'
              ? (failure.errors[0]?.message ?? failure.detail)
              : wordsOf(failure).title}
          </Notice>
        )}
        <Choice
          label={payoutWords.who}
          options={allowed.map((one) => ({ value: one.payee, text: payeeWords[one.payee] }))}
          value={payee}
          onChange={setPayee}
        />
        <Field
          label={payoutWords.holder}
          hint={payoutWords.holderHint}
          maxLength={60}
          value={typed.holderName}
          error={wrong.holderName}
          onChange={(holderName) => setTyped({ ...typed, holderName })}
        />
        <Field
          label={payoutWords.bank}
          placeholder={payoutWords.bankExample}
          maxLength={60}
          value={typed.bankName}
          error={wrong.bankName}
          onChange={(bankName) => setTyped({ ...typed, bankName })}
        />
        <Field
          label={payoutWords.number}
          hint={payoutWords.numberHint}
          keyboard="number"
          maxLength={40}
          value={typed.accountNumber}
          error={wrong.accountNumber}
          onChange={(accountNumber) => setTyped({ ...typed, accountNumber })}
        />
      </Stack>
    </Sheet>
  );
}

interface ConfirmProps {
  claimId: string;
  readBack: AccountReadBack;
  onClose: () => void;
  onChange: () => void;
}

function Confirm({ claimId, readBack, onClose, onChange }: ConfirmProps) {
  const { payoutId, payee, holderMasked, bankName, accountMasked, amountFen, checkedWords, expiresAt } =
    readBack;
  const control = useClaimWrite(claimId, {
    about: `confirm:${payoutId}`,
    onDone: () => {
      showToast({ text: payoutWords.done });
      onClose();
    },
  });
  const confirm = () =>
    control.submit({
      path: ['payouts', payoutId, 'account', 'confirmation'],
      body: { confirmationToken: readBack.confirmationToken },
    });
  return (
    <Sheet
      open
      title={payoutWords.readBackTitle}
      onClose={onClose}
      action={
        <Stack gap={2}>
          {control.submission.status !== 'unknown' && (
            <Button wide busyText={payoutWords.confirming} onTap={confirm}>
              {payoutWords.confirm}
            </Button>
          )}
          <Button wide kind="ghost" onTap={onChange}>
            {payoutWords.change}
          </Button>
        </Stack>
      }
    >
      <Stack gap={4}>
        <SubmissionNotice control={control} />
        <Receipt
          lines={[
            { name: payoutWords.who, value: payeeWords[payee] },
            { name: payoutWords.holder, value: holderMasked },
            { name: payoutWords.bank, value: bankName },
            { name: payoutWords.number, value: accountMasked },
            { name: payoutWords.amount, value: formatMoney(amountFen), total: true },
          ]}
        />
        <Words size="sub" tone="ink2">
          {checkedWords}
        </Words>
        <Words size="small" tone="ink3">
          {payoutWords.until(formatClock(expiresAt))}
        </Words>
      </Stack>
    </Sheet>
  );
}
