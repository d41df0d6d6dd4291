import type { Failure } from '@/api/failures';
import { Button } from '@/ui/button';
import { wordsOf } from '@/ui/failure-words';
import { Notice } from '@/ui/notice';
import { messages } from './messages';

const words = messages.workspace;

interface PendingNoticeProps {
  /** Why asking again brought no answer either. */
  failure: Failure | undefined;
  onQuery: () => Promise<unknown>;
}

/** A redemption whose answer was lost, also before a restart: asked about first, because a second scan could use a second time. */
export function PendingNotice({ failure, onQuery }: PendingNoticeProps) {
  return (
    <Notice
      tone="due"
      icon="clock"
      action={
        <Button kind="ghost" size="small" busyText={words.querying} onTap={onQuery}>
          {words.query}
        </Button>
      }
    >
      {words.pending}
      {failure && messages.result.stillUnknown(wordsOf(failure).title)}
    </Notice>
  );
}
