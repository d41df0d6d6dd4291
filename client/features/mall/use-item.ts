import { useRead } from '@/api/use-read';
import { mallItemList } from '../../../bff/features/mall/contract';
import { readItems } from './api';

const PAGE_ITEMS = 100;
/** A shelf is a page or two; an item that is not among so many is not on sale. */
const MOST_PAGES = 20;

/** The whole shelf, in which one item is found: stock and allowance belong to the moment, so they are asked for together with the balance. */
export function useItem(id: string) {
  const read = useRead({
    key: ['mall', 'shelf'],
    kept: mallItemList,
    read: async ({ signal }) => {
      const shelf = await readItems({ service: undefined, cursor: undefined, limit: PAGE_ITEMS }, signal);
      let cursor = shelf.nextCursor;
      for (let page = 1; cursor !== null && page < MOST_PAGES; page += 1) {
        const next = await readItems({ service: undefined, cursor, limit: PAGE_ITEMS }, signal);
        shelf.items.push(...next.items);
        cursor = next.nextCursor;
      }
      return shelf;
    },
  });
  return { read, item: read.data?.items.find((item) => item.id === id), balance: read.data?.balance ?? 0 };
}
