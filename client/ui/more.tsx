import type { Listed, Pages } from '@/api/use-pages';
import { Button } from './button';
import { wordsOf } from './failure-words';
import { moreWords } from './messages';
import { Notice } from './notice';

/** Below a list that goes on. */
export function More<Item, Page extends Listed<Item>>({ pages }: { pages: Pages<Item, Page> }) {
  if (!pages.hasMore) return null;
  return (
    <>
      {pages.moreFailure && <Notice tone="due">{wordsOf(pages.moreFailure).title}</Notice>}
      <Button kind="ghost" wide busyText={moreWords.reading} onTap={pages.readMore}>
        {moreWords.more}
      </Button>
    </>
  );
}
