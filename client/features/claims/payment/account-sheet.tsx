import { useState } from 'react';
import { failureOf, type Failure } from '@/api/failures';
import { randomId } from '@/platform/random-id';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { wordsOf } from '@/ui/failure-words';
import { Field } from '@/ui/field';
import { formatMoney } from '@/ui/format/money';
import { Notice } from '@/ui/notice';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { AccountReadBack } from '../../../../bff/features/claims/contract/after';
import type { Payee, Payout } from '../../../../bff/upstream/core/contract/claim-parts';
import type { AccountProposal } from '../../../../bff/upstream/core/contract/claim-requests';
import { payeeWords, payoutWords } from '../after-messages';
import { proposeAccount } from '../after-api';
import { AccountConfirm, type TypedAccount, withoutSpaces } from './account-confirm';

interface AccountSheetProps {
  claimId: string;
  payout: Payout;
  open: boolean;
  onClose: () => void;
}

/** Two steps, so that a slip of the finger pays nobody: type it, then read it back and confirm exactly that. */
export function AccountSheet({ claimId, payout, open, onClose }: AccountSheetProps) {
  const [readBack, setReadBack] = useState<AccountReadBack>();
  const [typed, setTyped] = useState(nothingTyped);
  // What was typed stays while the page is open: a sheet is closed by a slip of the finger too.
  const close = () => {
    setReadBack(undefined);
    onClose();
  };
  const confirmed = () => {
    setTyped(nothingTyped);
    close();
  };
  if (!open) return null;
  return readBack ? (
    <AccountConfirm
      claimId={claimId}
      readBack={readBack}
      typed={typed}
      onClose={close}
      onConfirmed={confirmed}
      onChange={() => setReadBack(undefined)}
    />
  ) : (
    <Propose
      claimId={claimId}
      payout={payout}
      typed={typed}
      onType={setTyped}
      onClose={close}
      onUnderstood={setReadBack}
    />
  );
}

const ACCOUNT_NUMBER = /^\d{8,30}$/;
const SHORTEST_NAME = 2;
const nothingTyped: TypedAccount = { holderName: '', bankName: '', accountNumber: '' };

function wrongIn({ holderName, bankName, accountNumber }: TypedAccount): Partial<TypedAccount> {
  return {
    holderName: holderName.trim().length < SHORTEST_NAME ? payoutWords.wrongHolder : undefined,
    bankName: bankName.trim().length < SHORTEST_NAME ? payoutWords.wrongBank : undefined,
    accountNumber: ACCOUNT_NUMBER.test(withoutSpaces(accountNumber)) ? undefined : payoutWords.wrongNumber,
  };
}

/** What the server refused, at the field that it names. */
function refusedIn(failure: Failure | undefined): Partial<TypedAccount> {
  if (failure?.kind !== 'refused') return {};
  const at = (field: keyof TypedAccount) => failure.errors.find(({ path }) => path === field)?.message;
  return { holderName: at('holderName'), bankName: at('bankName'), accountNumber: at('accountNumber') };
}

interface ProposeProps {
  claimId: string;
  payout: Payout;
  typed: TypedAccount;
  onType: (typed: TypedAccount) => void;
  onClose: () => void;
  onUnderstood: (readBack: AccountReadBack) => void;
}

function Propose({ claimId, payout, typed, onType, onClose, onUnderstood }: ProposeProps) {
  const allowed = payout.payees.filter((one) => one.allowed);
  const [payee, setPayee] = useState<Payee | undefined>(allowed.length === 1 ? allowed[0]?.payee : undefined);
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const refused = refusedIn(failure);
  const own = asked ? wrongIn(typed) : {};
  const wrong = (field: keyof TypedAccount) => own[field] ?? refused[field];
  const isSaidAtField = Object.values(refused).some(Boolean);
  const type = (change: Partial<TypedAccount>) => {
    setFailure(undefined);
    onType({ ...typed, ...change });
  };
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
        <Words bold>{payoutWords.forWhat(payout.name, formatMoney(payout.amountFen))}</Words>
        {failure && !isSaidAtField && (
          <Notice tone={failure.kind === 'refused' ? 'bad' : 'due'}>
            {failure.kind === 'refused'
              ? (failure.errors[0]?.message ?? failure.detail)
              : wordsOf(failure).title}
          </Notice>
        )}
        <Stack gap={2}>
          <Words size="sub">{payoutWords.who}</Words>
          <Choice
            label={payoutWords.who}
            options={allowed.map((one) => ({ value: one.payee, text: payeeWords[one.payee] }))}
            value={payee}
            onChange={setPayee}
          />
          {asked && !payee && (
            <Words size="small" tone="bad">
              {payoutWords.pickPayee}
            </Words>
          )}
        </Stack>
        <Field
          label={payoutWords.holder}
          hint={
            payee === 'insured' ? payoutWords.insuredHint(payout.insuredNameMasked) : payoutWords.holderHint
          }
          maxLength={60}
          value={typed.holderName}
          error={wrong('holderName')}
          onChange={(holderName) => type({ holderName })}
        />
        <Field
          label={payoutWords.bank}
          placeholder={payoutWords.bankExample}
          maxLength={60}
          value={typed.bankName}
          error={wrong('bankName')}
          onChange={(bankName) => type({ bankName })}
        />
        <Field
          label={payoutWords.number}
          hint={payoutWords.numberHint}
          keyboard="number"
          maxLength={40}
          value={typed.accountNumber}
          error={wrong('accountNumber')}
          onChange={(accountNumber) => type({ accountNumber })}
        />
      </Stack>
    </Sheet>
  );
}
