import type { Failure } from '@/api/failures';
import { Button } from '@/ui/button';
import { wordsOf } from '@/ui/failure-words';
import { formatInstant } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { messages } from './messages';
import { readPendingUse } from './pending-use';

const words = messages.workspace;

interface PendingNoticeProps {
  storeId: string;
  online: boolean;
  asking: boolean;
  /** Why asking again brought no answer either. */
  failure: Failure | undefined;
  onQuery: () => Promise<unknown>;
}

/** A redemption whose answer was lost, also before a restart: asked about first, because a second scan could use a second time. */
export function PendingNotice({ storeId, online, asking, failure, onQuery }: PendingNoticeProps) {
  const pending = readPendingUse(storeId);
  return (
    <Notice
      tone="due"
      icon="clock"
      action={
        <Button kind="ghost" size="small" busy={asking} busyText={words.querying} onTap={onQuery}>
          {words.query}
        </Button>
      }
    >
      <Stack gap={1}>
        {pending?.about && (
          <Words size="sub" bold>
            {words.pendingWhat(
              messages.result.once(pending.about.title),
              pending.about.memberNameMasked,
              formatInstant(pending.sentAt),
            )}
          </Words>
        )}
        <Words size="sub">{words.pending}</Words>
        <Words size="sub">{online ? words.pendingAsked : words.pendingOffline}</Words>
        {failure && online && (
          <Words size="sub">{messages.result.stillUnknown(wordsOf(failure).title)}</Words>
        )}
      </Stack>
    </Notice>
  );
}
