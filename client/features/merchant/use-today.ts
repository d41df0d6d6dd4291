import { useRead } from '@/api/use-read';
import { readSummary, readToday } from './api';

const RENEW_EVERY_MS = 30_000;

/** Today's count and sum, and every line of it. */
export function useToday(storeId: string) {
  const summary = useRead({
    key: ['counter', storeId, 'summary'],
    read: ({ signal }) => readSummary(storeId, signal),
    refreshEveryMs: RENEW_EVERY_MS,
  });
  const today = useRead({
    key: ['counter', storeId, 'today'],
    read: ({ signal }) => readToday(storeId, signal),
    refreshEveryMs: RENEW_EVERY_MS,
  });
  return { summary, today };
}
