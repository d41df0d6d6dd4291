import { Button } from '@/ui/button';
import { wordsOf } from '@/ui/failure-words';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { stepUpWords as words } from './step-up-messages';
import type { StepUp } from './use-step-up';

export function StepUpField({ stepUp }: { stepUp: StepUp }) {
  const { code, setCode, sentTo, wrong, failure, waitSeconds, send } = stepUp;
  const waiting = waitSeconds > 0;
  return (
    <>
      <Field
        label={words.code}
        keyboard="number"
        maxLength={6}
        value={code}
        error={wrong}
        hint={sentTo ? words.sentTo(sentTo) : words.hint}
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
