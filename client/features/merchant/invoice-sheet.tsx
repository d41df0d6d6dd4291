import { useState } from 'react';
import { useSubmission } from '@/api/submission';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { showToast } from '@/ui/toast';
import type { SettlementSummary } from '../../../bff/features/merchant/contract';
import { AskedNotice } from './asked-notice';
import { isInvoiceNo } from './invoice-number';
import { giveInvoice } from './settlement-api';
import { confirmWords as words } from './settlement-messages';
import { useAskUntilKnown } from './use-ask-until-known';

interface InvoiceSheetProps {
  settlement: Pick<SettlementSummary, 'id' | 'invoiceNo'>;
  onSaved: () => void;
  onClose: () => void;
}

/** Without the number nothing is paid; it can be put right until it is. */
export function InvoiceSheet({ settlement, onSaved, onClose }: InvoiceSheetProps) {
  const { id, invoiceNo } = settlement;
  const [typed, setTyped] = useState(invoiceNo ?? '');
  const control = useSubmission<{ invoiceNo: string }, Awaited<ReturnType<typeof giveInvoice>>>({
    formKey: `invoice:${id}`,
    send: (body, idempotencyKey) => giveInvoice(id, body.invoiceNo, idempotencyKey),
    onDone: () => {
      showToast({ text: words.invoiceDone });
      onSaved();
    },
  });
  const { submission, submit, queryProgress } = control;
  useAskUntilKnown(submission.status, queryProgress);
  const isSending = submission.status === 'sending';
  const isBad = typed.trim() !== '' && !isInvoiceNo(typed);
  return (
    <Sheet
      open
      title={words.invoiceTitle}
      onClose={isSending ? () => undefined : onClose}
      action={
        submission.status !== 'unknown' && (
          <Button
            wide
            busy={isSending}
            busyText={words.savingInvoice}
            disabled={!isInvoiceNo(typed)}
            onTap={() => submit({ invoiceNo: typed.trim() })}
          >
            {words.saveInvoice}
          </Button>
        )
      }
    >
      <Stack gap={4}>
        <Field
          label={words.invoiceLabel}
          hint={words.invoiceHint}
          error={isBad ? words.invoiceBad : undefined}
          value={typed}
          onChange={setTyped}
          maxLength={30}
          autoFocus
        />
        <AskedNotice control={control} />
      </Stack>
    </Sheet>
  );
}
