import { useQuery } from '@tanstack/react-query';
import { type Failure, failureOf } from './failures';

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
}

export function useRead<T>({ key, read, enabled = true, refreshEveryMs }: ReadOptions<T>): Read<T> {
  const query = useQuery({
    queryKey: key,
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
