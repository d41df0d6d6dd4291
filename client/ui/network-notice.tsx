import { useOnline } from '@/platform/online';
import { goTo } from '@/platform/routes';
import { useWaitingCounts } from '@/platform/waiting-writes';
import { Button } from './button';
import { pageWords } from './messages';
import { Notice } from './notice';

interface NetworkNoticeProps {
  onTab: boolean;
  /** The page itself lists what waits. */
  isQueue: boolean;
}

/** What is true for the whole app and not only for this page: no network, what waits for it, and what a rule said no to. */
export function NetworkNotice({ onTab, isQueue }: NetworkNoticeProps) {
  const online = useOnline((state) => state.online);
  const { toSend, refused } = useWaitingCounts();
  const look = (words: string) => (
    <Button kind="ghost" size="small" onTap={() => goTo('outbox/list')}>
      {words}
    </Button>
  );
  if (!online) {
    return (
      <Notice
        tone="due"
        icon="cloudoff"
        action={toSend > 0 && !isQueue ? look(pageWords.waiting(toSend)) : undefined}
      >
        {pageWords.offline}
      </Notice>
    );
  }
  // On the pages one always passes; elsewhere it would stand in the way of what is being done.
  if (!onTab || refused === 0) return null;
  return (
    <Notice tone="due" action={look(pageWords.lookWhy)}>
      {pageWords.refused(refused)}
    </Notice>
  );
}
