import type { Failure } from '@/api/failures';
import { Button } from '@/ui/button';
import { wordsOf } from '@/ui/failure-words';
import { Notice } from '@/ui/notice';

interface MoreButtonProps {
  pages: { hasMore: boolean; failure: Failure | undefined; loadMore: () => Promise<void> };
  text: string;
  busyText: string;
}

/** The rest of a long list, at its foot. */
export function MoreButton({ pages, text, busyText }: MoreButtonProps) {
  if (!pages.hasMore) return null;
  return (
    <>
      {pages.failure && <Notice tone="due">{wordsOf(pages.failure).title}</Notice>}
      <Button kind="ghost" wide busyText={busyText} onTap={pages.loadMore}>
        {text}
      </Button>
    </>
  );
}
