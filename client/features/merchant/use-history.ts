import { useState } from 'react';
import { useRead } from '@/api/use-read';
import { toShanghaiIso } from '@/ui/format/time';
import { readDay } from './api';
import { usePages } from './use-pages';

const PAGE = 30;
const DAY_MS = 86_400_000;

export const dayAgo = (days: number): string => toShanghaiIso(Date.now() - days * DAY_MS).slice(0, 10);

/** The uses of one day, in one store or in all of the person's. */
export function useHistory() {
  const [date, setDate] = useState(() => dayAgo(0));
  const [storeId, setStoreId] = useState<string>();
  const query = { date, limit: PAGE, ...(storeId ? { storeId } : {}) };
  const read = useRead({
    key: ['counter', 'day', date, storeId ?? 'all'],
    read: ({ signal }) => readDay(query, signal),
  });
  const pages = usePages(read.data, (cursor) => readDay({ ...query, cursor }));
  return { date, setDate, storeId, setStoreId, read, pages };
}
