import { Button } from '@/ui/button';
import { wordsOf } from '@/ui/failure-words';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { stepUpWords as words } from './step-up-messages';
import type { StepUp } from './use-step-up';

interface StepUpFieldProps {
  stepUp: StepUp;
  /** Where two codes are typed, each says of which phone it is. */
  label?: string;
  hint?: string;
  /** What the server said about this code. */
  error?: string | undefined;
}

export function StepUpField({ stepUp, label = words.code, hint = words.hint, error }: StepUpFieldProps) {
  const { code, setCode, sentTo, wrong, failure, waitSeconds, send } = stepUp;
  const waiting = waitSeconds > 0;
  return (
    <>
      <Field
        label={label}
        keyboard="number"
        maxLength={6}
        value={code}
        error={wrong ?? error}
        hint={sentTo ? words.sentTo(sentTo) : hint}
        onChange={setCode}
        side={
          <Button kind="text" busyText={words.sending} disabled={waiting} onTap={send}>
            {waiting ? words.resendIn(waitSeconds) : sentTo ? words.resend : words.send}
          </Button>
        }
      />
      {failure && (
        <Notice tone="due">{failure.kind === 'refused' ? failure.detail : wordsOf(failure).title}</Notice>
      )}
    </>
  );
}
