import { useState } from 'react';
import { type Failure, failureOf } from '@/api/failures';

interface PageOf<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

interface Added<Item> extends PageOf<Item> {
  /** Where the first page ended: these belong below it only while it still ends there. */
  after: string;
}

/** What comes after the first page, a tap at a time. The first page is renewed by itself; what was added stays below it while nothing lies between. */
export function usePages<Item>(
  first: PageOf<Item> | undefined,
  read: (cursor: string) => Promise<PageOf<Item>>,
) {
  const [added, setAdded] = useState<Added<Item>>();
  const [failure, setFailure] = useState<Failure>();
  const end = first?.nextCursor ?? null;
  const more = added && added.after === end ? added : undefined;
  const cursor = more ? more.nextCursor : end;
  return {
    items: [...(first?.items ?? []), ...(more?.items ?? [])],
    hasMore: cursor !== null,
    failure,
    loadMore: async () => {
      if (cursor === null || end === null) return;
      setFailure(undefined);
      try {
        const page = await read(cursor);
        const items = [...(more?.items ?? []), ...page.items];
        setAdded({ items, nextCursor: page.nextCursor, after: end });
      } catch (error) {
        setFailure(failureOf(error));
      }
    },
    /** What the person changed in something that was added: nobody else renews it. */
    change: (changed: (item: Item) => Item) =>
      setAdded((now) => now && { ...now, items: now.items.map(changed) }),
  };
}
