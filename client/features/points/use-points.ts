import * as z from 'zod/mini';
import { useRead } from '@/api/use-read';
import { pointsBalance, pointsEntry } from '../../../bff/features/points/contract';
import { readBalance, readEntries } from './api';

const allEntries = z.object({ items: z.array(pointsEntry) });
const PAGE_LIMIT = 20;

/** The balance, and every entry of the ledger: a year of a member's points is a few pages at most. */
export function usePoints() {
  const balance = useRead({
    key: ['points'],
    read: ({ signal }) => readBalance(signal),
    kept: pointsBalance,
  });
  const entries = useRead({
    key: ['points', 'entries'],
    kept: allEntries,
    read: async ({ signal }) => {
      const first = await readEntries(undefined, signal);
      const items = [...first.items];
      let cursor = first.nextCursor;
      for (let page = 1; cursor !== null && page < PAGE_LIMIT; page += 1) {
        const next = await readEntries(cursor, signal);
        items.push(...next.items);
        cursor = next.nextCursor;
      }
      return { items };
    },
  });
  return { balance, entries };
}
