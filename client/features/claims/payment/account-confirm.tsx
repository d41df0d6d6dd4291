import { Button } from '@/ui/button';
import { formatMoney } from '@/ui/format/money';
import { formatClock } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { AccountReadBack } from '../../../../bff/features/claims/contract/after';
import type { AccountProposal } from '../../../../bff/upstream/core/contract/claim-requests';
import { payeeWords, payoutWords } from '../after-messages';
import { useClaimWrite } from '../case/use-claim-write';

export type TypedAccount = Omit<AccountProposal, 'payee'>;

export const withoutSpaces = (text: string): string => text.replace(/[\s-]/g, '');

/** As it stands on a card, so that it can be compared with one. */
const inFours = (number: string): string => withoutSpaces(number).replace(/(.{4})(?=.)/g, '$1 ');

interface ConfirmProps {
  claimId: string;
  readBack: AccountReadBack;
  /** In full: the form still knows it, and nobody can check what is masked. It is kept nowhere. */
  typed: TypedAccount;
  onClose: () => void;
  onConfirmed: () => void;
  onChange: () => void;
}

/** The second step. What is shown is what was typed; what is confirmed is what the server understood, by its token. */
export function AccountConfirm({ claimId, readBack, typed, onClose, onConfirmed, onChange }: ConfirmProps) {
  const { payoutId, payee, amountFen, checkedWords, expiresAt } = readBack;
  const control = useClaimWrite(claimId, {
    about: `confirm:${payoutId}`,
    onDone: () => {
      showToast({ text: payoutWords.done });
      onConfirmed();
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
            { name: payoutWords.holder, value: typed.holderName.trim() },
            { name: payoutWords.bank, value: typed.bankName.trim() },
            { name: payoutWords.number, value: inFours(typed.accountNumber) },
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
