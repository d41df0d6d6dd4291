import { useState } from 'react';
import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import { Button } from '@/ui/button';
import { formatMoney } from '@/ui/format/money';
import { formatInstant } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { useNow } from '@/ui/use-now';
import type { Redemption } from '../../../bff/features/merchant/contract';
import { AskedNotice } from './asked-notice';
import { reverse } from './api';
import { messages } from './messages';
import { ReasonField } from './reason-field';
import { undoTimeLeft } from './undo-time';
import { useAskUntilKnown } from './use-ask-until-known';

const words = messages.undo;

/** While it is being sent there is nothing to take back. */
const stay = () => undefined;

export const undoForm = (redemptionId: string): string => `reversal:${redemptionId}`;

interface UndoSheetProps {
  redemption: Redemption;
  onUndone: (redemption: Redemption) => void;
  onClose: () => void;
}

interface ReversalBody {
  redemptionId: string;
  reason: string;
}

/** Names what is undone and what follows from it; a reason is kept with it for good. */
export function UndoSheet({ redemption, onUndone, onClose }: UndoSheetProps) {
  const [reason, setReason] = useState('');
  const control = useSubmission<ReversalBody, Awaited<ReturnType<typeof reverse>>>({
    formKey: undoForm(redemption.id),
    send: (body, idempotencyKey) => reverse(body.redemptionId, body.reason, idempotencyKey),
    onDone: (answer) => {
      void queryClient.invalidateQueries({ queryKey: ['counter'] });
      onUndone(answer.redemption);
    },
  });
  const { submission, submit, queryProgress } = control;
  useAskUntilKnown(submission.status, queryProgress);
  const isSending = submission.status === 'sending';
  return (
    <Sheet
      open
      title={words.title}
      onClose={isSending ? stay : onClose}
      action={
        submission.status !== 'unknown' && (
          <Button
            kind="danger"
            wide
            busy={isSending}
            busyText={words.going}
            disabled={reason === ''}
            onTap={() => submit({ redemptionId: redemption.id, reason })}
          >
            {words.goNamed(messages.result.once(redemption.title))}
          </Button>
        )
      }
    >
      <Stack gap={4}>
        <Receipt lines={linesOf(redemption)} />
        <Words>{words.body(messages.result.once(redemption.title))}</Words>
        <TimeLeft redemption={redemption} />
        <ReasonField label={words.reason} reasons={words.reasons} onChange={setReason} />
        <AskedNotice control={control} />
      </Stack>
    </Sheet>
  );
}

function linesOf({ title, memberNameMasked, at, storeName, settlementFen }: Redemption) {
  return [
    { name: words.what, value: messages.result.once(title) },
    { name: messages.result.member, value: memberNameMasked },
    { name: messages.result.time, value: formatInstant(at) },
    { name: messages.result.store, value: storeName },
    { name: words.notPaid, value: formatMoney(settlementFen) },
  ];
}

function TimeLeft({ redemption }: { redemption: Redemption }) {
  const now = useNow(1000);
  return (
    <Words size="sub" tone="ink2">
      {undoTimeLeft(redemption, now)}
    </Words>
  );
}
