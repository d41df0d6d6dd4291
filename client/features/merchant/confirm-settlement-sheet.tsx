import { useState } from 'react';
import { useSubmission } from '@/api/submission';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { formatMoney } from '@/ui/format/money';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { SettlementSummary } from '../../../bff/features/merchant/contract';
import { AskedNotice } from './asked-notice';
import { isInvoiceNo } from './invoice-number';
import { confirmSettlement } from './settlement-api';
import { confirmWords as words } from './settlement-messages';
import { periodWords } from './settlement-period';
import { useAskUntilKnown } from './use-ask-until-known';

interface ConfirmSettlementSheetProps {
  settlement: SettlementSummary;
  onConfirmed: () => void;
  onClose: () => void;
}

/** The second look before it cannot be taken back: which statement, how much, and what ends with it. */
export function ConfirmSettlementSheet({ settlement, onConfirmed, onClose }: ConfirmSettlementSheetProps) {
  const { id, number, totalFen } = settlement;
  const [typed, setTyped] = useState('');
  const control = useSubmission<{ invoiceNo?: string }, Awaited<ReturnType<typeof confirmSettlement>>>({
    formKey: `settlement:${id}`,
    send: (body, idempotencyKey) => confirmSettlement(id, body, idempotencyKey),
    onDone: () => {
      showToast({ text: words.done });
      onConfirmed();
    },
  });
  const { submission, submit, queryProgress } = control;
  useAskUntilKnown(submission.status, queryProgress);
  const isSending = submission.status === 'sending';
  const invoiceNo = typed.trim();
  const isBad = invoiceNo !== '' && !isInvoiceNo(invoiceNo);
  return (
    <Sheet
      open
      title={words.title}
      onClose={isSending ? () => undefined : onClose}
      action={
        submission.status !== 'unknown' && (
          <Button
            wide
            busy={isSending}
            busyText={words.going}
            disabled={isBad}
            onTap={() => submit(invoiceNo === '' ? {} : { invoiceNo })}
          >
            {words.sure(formatMoney(totalFen))}
          </Button>
        )
      }
    >
      <Stack gap={4}>
        <Receipt
          lines={[
            { name: words.statement, value: number ?? '' },
            { name: words.period, value: periodWords(settlement) },
            { name: words.total, value: formatMoney(totalFen), total: true },
          ]}
        />
        <Words size="sub">{words.after}</Words>
        <Field
          label={words.invoice}
          hint={words.invoiceHint}
          error={isBad ? words.invoiceBad : undefined}
          value={typed}
          onChange={setTyped}
          maxLength={30}
        />
        <AskedNotice control={control} />
      </Stack>
    </Sheet>
  );
}
