import { useRead } from '@/api/use-read';
import { readStores } from './api';

const RENEW_EVERY_MS = 60_000;

/** The stores of this merchant that the person works in. */
export function useOwnStores() {
  return useRead({
    key: ['counter', 'stores'],
    read: ({ signal }) => readStores(signal),
    refreshEveryMs: RENEW_EVERY_MS,
  });
}
