import type { ReactNode } from 'react';
import type { Read } from '@/api/use-read';
import { ContentAge } from './content-age';
import { ErrorState } from './error-state';
import { Skeleton } from './skeleton';
import { StaleNotice } from './stale-notice';

interface LoadedProps<T> {
  read: Read<T>;
  skeleton?: ReactNode;
  /** What is away, for the words: `保单系统`. */
  system?: string;
  unaffected?: string;
  children: (data: T) => ReactNode;
}

/** True when the answer itself says that it is the last known one. */
function ageOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { stale, asOf } = data as { stale?: unknown; asOf?: unknown };
  return stale === true && typeof asOf === 'string' ? asOf : undefined;
}

/** Younger content may stand there without its age while it is renewed. */
const OLD_MS = 10 * 60_000;

const isOld = (receivedAt: Date | undefined): receivedAt is Date =>
  receivedAt !== undefined && Date.now() - receivedAt.getTime() > OLD_MS;

/** What a screen shows of something it reads: a skeleton first, then content that stays, with its age when it cannot be renewed. */
export function Loaded<T>({ read, skeleton = <Skeleton />, system, unaffected, children }: LoadedProps<T>) {
  const { data, failure, receivedAt, isRefreshing, refresh } = read;
  if (data === undefined)
    return failure ? <ErrorState failure={failure} onRetry={refresh} /> : <>{skeleton}</>;
  const asOf = ageOf(data) ?? (failure ? receivedAt : undefined);
  const renewed = asOf === undefined && isRefreshing && isOld(receivedAt) ? receivedAt : undefined;
  return (
    <>
      {renewed && <ContentAge asOf={renewed} renewing />}
      {asOf && (
        <StaleNotice
          asOf={asOf}
          failure={failure}
          system={system}
          unaffected={unaffected}
          onRetry={refresh}
        />
      )}
      {children(data)}
    </>
  );
}
