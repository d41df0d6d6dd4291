import { useState } from 'react';
import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import type { Redemption } from '../../../bff/features/merchant/contract';
import { reverse } from './api';
import { messages } from './messages';

const words = messages.undo;
const reasons = words.reasons.map((text) => ({ value: text, text }));

/** While it is being sent there is nothing to take back. */
const stay = () => undefined;

interface UndoSheetProps {
  redemption: Pick<Redemption, 'id' | 'title'>;
  onUndone: (redemption: Redemption) => void;
  onClose: () => void;
}

interface ReversalBody {
  redemptionId: string;
  reason: string;
}

/** Names what is undone and what follows from it; a reason is kept with it for good. */
export function UndoSheet({ redemption, onUndone, onClose }: UndoSheetProps) {
  const [reason, setReason] = useState<string>(reasons[0]?.value ?? '');
  const control = useSubmission<ReversalBody, Awaited<ReturnType<typeof reverse>>>({
    formKey: `reversal:${redemption.id}`,
    send: (body, idempotencyKey) => reverse(body.redemptionId, body.reason, idempotencyKey),
    onDone: (answer) => {
      void queryClient.invalidateQueries({ queryKey: ['counter'] });
      onUndone(answer.redemption);
    },
  });
  const { submission, submit } = control;
  return (
    <Sheet
      open
      title={words.title}
      onClose={submission.status === 'sending' ? stay : onClose}
      action={
        submission.status !== 'unknown' && (
          <Button
            kind="danger"
            wide
            busy={submission.status === 'sending'}
            busyText={words.going}
            onTap={() => submit({ redemptionId: redemption.id, reason })}
          >
            {words.go}
          </Button>
        )
      }
    >
      <Stack gap={4}>
        <Words>{words.body(redemption.title)}</Words>
        <Choice label={words.reason} options={reasons} value={reason} onChange={setReason} />
        <SubmissionNotice control={control} />
      </Stack>
    </Sheet>
  );
}
