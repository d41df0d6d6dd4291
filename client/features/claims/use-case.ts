import { useDidShow } from '@tarojs/taro';
import { useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { readClaim } from './api';

/** Steps move while somebody looks at them: often enough to be true, seldom enough for the battery. */
const REFRESH_MS = 15_000;

export function useCase(id: string) {
  const signedIn = useSignedIn();
  const claim = useRead({
    key: ['claims', id],
    read: ({ signal }) => readClaim(id, signal),
    enabled: signedIn && id !== '',
    refreshEveryMs: REFRESH_MS,
  });
  useDidShow(() => {
    if (claim.data) void claim.refresh();
  });
  return { signedIn, claim };
}
