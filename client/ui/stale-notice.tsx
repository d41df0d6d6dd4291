import type { Failure } from '@/api/failures';
import { useOnline } from '@/platform/online';
import { Button } from './button';
import { ContentAge } from './content-age';
import { wordsOf } from './failure-words';
import { formatInstant } from './format/time';
import { staleWords } from './messages';
import { Notice } from './notice';

interface StaleNoticeProps {
  /** When the shown content was true. */
  asOf: string | Date;
  /** Why there is nothing newer, if known. */
  failure?: Failure;
  /** What is away: `保单系统`. */
  system?: string;
  /** What is not affected: `您的保障不受影响`. */
  unaffected?: string;
  onRetry?: () => unknown;
}

/** A phone without network says nothing about the system behind. */
function causeOf(failure: Failure | undefined, system: string | undefined): string {
  if (failure && failure.kind !== 'away') return wordsOf(failure).title;
  return system ? staleWords.away(system) : staleWords.awayUnknown;
}

/** Content that could not be renewed, with its age: the cause and the age in one place, the content untouched below. */
export function StaleNotice({ asOf, failure, system, unaffected, onRetry }: StaleNoticeProps) {
  const online = useOnline((state) => state.online);
  // The page says above that there is no network, and everything renews itself once there is.
  if (!online) return <ContentAge asOf={asOf} />;
  const action = onRetry && (
    <Button kind="ghost" size="small" icon="refresh" busyText={staleWords.retrying} onTap={onRetry}>
      {staleWords.retry}
    </Button>
  );
  return (
    <Notice tone="due" icon="cloudoff" action={action}>
      {staleWords.sentence(causeOf(failure, system), formatInstant(asOf), unaffected)}
    </Notice>
  );
}
