import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Failure, failureOf } from './failures';
import { type KeptSchema, restoreRead } from './kept-reads';

/** What a screen knows about something it reads: content stays while it is refreshed, and a failed refresh does not take it away. */
export interface Read<T> {
  data: T | undefined;
  /** Why the latest try did not succeed; may stand beside older `data`. */
  failure: Failure | undefined;
  /** When `data` arrived here. */
  receivedAt: Date | undefined;
  isFirstLoad: boolean;
  isRefreshing: boolean;
  refresh: () => Promise<void>;
}

interface ReadOptions<T> {
  key: readonly unknown[];
  read: (context: { signal: AbortSignal }) => Promise<T>;
  enabled?: boolean;
  refreshEveryMs?: number;
  /** What of the answer may stay on this phone over a restart; an answer without it does not. */
  kept?: KeptSchema<T>;
}

export function useRead<T>({ key, read, enabled = true, refreshEveryMs, kept }: ReadOptions<T>): Read<T> {
  const client = useQueryClient();
  if (kept && enabled) restoreRead(client, key, kept);
  const query = useQuery({
    queryKey: key,
    meta: { kept },
    queryFn: ({ signal }) => read({ signal }),
    enabled,
    refetchInterval: refreshEveryMs ?? false,
  });
  return {
    data: query.data,
    failure: query.error ? failureOf(query.error) : undefined,
    receivedAt: query.dataUpdatedAt > 0 ? new Date(query.dataUpdatedAt) : undefined,
    isFirstLoad: query.isLoading,
    isRefreshing: query.isFetching && !query.isLoading,
    refresh: async () => {
      await query.refetch();
    },
  };
}
