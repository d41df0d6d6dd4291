import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query';
import { watchForeground } from '@/platform/lifecycle';
import { watchOnline } from '@/platform/online';
import { failureOf } from './failures';
import { keepReads } from './kept-reads';
import { useSession } from './session';

const FRESH_FOR_MS = 30_000;
const KEEP_FOR_MS = 30 * 60_000;

/** Only a silence is worth one more try; a refusal would be refused again, and an away system asks for time. */
const shouldRetry = (failures: number, error: unknown): boolean =>
  failures < 1 && failureOf(error).kind === 'offline';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: FRESH_FOR_MS,
      gcTime: KEEP_FOR_MS,
      // Networkless queries are not held back, so TanStack would not ask again by itself when the network is back.
      refetchOnReconnect: 'always',
      retry: shouldRetry,
      retryDelay: 800,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Called once at launch. Coming to the front and coming back online refresh what is on the screen. */
export function connectQueriesToPlatform(): void {
  watchForeground((inFront) => focusManager.setFocused(inFront));
  watchOnline((online) => onlineManager.setOnline(online));
  keepReads(queryClient);
  // What one person read is not shown to the next, and a visitor's empty answers are not shown to a member.
  useSession.subscribe((now, before) => {
    const isAnother = before.accountId !== undefined && now.accountId !== before.accountId;
    if (now.signedIn !== before.signedIn || isAnother) void queryClient.resetQueries();
  });
}
