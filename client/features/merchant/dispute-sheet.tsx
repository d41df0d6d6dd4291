import { useState } from 'react';
import { useSubmission } from '@/api/submission';
import { Button } from '@/ui/button';
import { formatMoney } from '@/ui/format/money';
import { formatInstant } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { SettlementDispute, SettlementLine } from '../../../bff/features/merchant/contract';
import { AskedNotice } from './asked-notice';
import { ReasonField } from './reason-field';
import { disputeLine } from './settlement-api';
import { disputeWords as words } from './settlement-messages';
import { useAskUntilKnown } from './use-ask-until-known';

interface DisputeSheetProps {
  settlementId: string;
  line: SettlementLine;
  onDisputed: (dispute: SettlementDispute) => void;
  onClose: () => void;
}

interface DisputeBody {
  lineId: string;
  reason: string;
}

/** Names the line, says who answers and what hangs on it, and takes a reason. */
export function DisputeSheet({ settlementId, line, onDisputed, onClose }: DisputeSheetProps) {
  const [reason, setReason] = useState('');
  const control = useSubmission<DisputeBody, Awaited<ReturnType<typeof disputeLine>>>({
    formKey: `dispute:${line.lineId}`,
    send: (body, idempotencyKey) => disputeLine(settlementId, body, idempotencyKey),
    onDone: ({ dispute }) => onDisputed(dispute),
  });
  const { submission, submit, queryProgress } = control;
  useAskUntilKnown(submission.status, queryProgress);
  const isSending = submission.status === 'sending';
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
            disabled={reason === ''}
            onTap={() => submit({ lineId: line.lineId, reason })}
          >
            {words.go}
          </Button>
        )
      }
    >
      <Stack gap={4}>
        <Receipt
          lines={[
            { name: words.line, value: line.title },
            { name: words.when, value: formatInstant(line.at) },
            { name: words.store, value: line.store.name },
            { name: words.amount, value: formatMoney(line.amountFen) },
          ]}
        />
        <ReasonField label={words.reason} reasons={words.reasons} onChange={setReason} />
        <Words size="sub" tone="ink2">
          {words.what}
        </Words>
        <AskedNotice control={control} />
      </Stack>
    </Sheet>
  );
}
