import type { Failure } from '@/api/failures';
import { Button } from './button';
import { wordsOf } from './failure-words';
import { formatAge } from './format/time';
import { Notice } from './notice';
import { staleWords, timeWords } from './messages';

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

/** Content that could not be renewed, with its age: the cause and the age in one place, the content untouched below. */
export function StaleNotice({ asOf, failure, system, unaffected, onRetry }: StaleNoticeProps) {
  const cause = system ? staleWords.away(system) : failure ? wordsOf(failure).title : staleWords.awayUnknown;
  const age = formatAge(asOf);
  const action = onRetry && (
    <Button kind="ghost" size="small" icon="refresh" busyText={staleWords.retrying} onTap={onRetry}>
      {staleWords.retry}
    </Button>
  );
  return (
    <Notice tone="due" icon="cloudoff" action={action}>
      {staleWords.sentence(cause, age === timeWords.justNow ? age : ` ${age}`, unaffected)}
    </Notice>
  );
}
