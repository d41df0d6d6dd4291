import type { Failure } from '@/api/failures';
import { Button } from './button';
import { wordsOf } from './failure-words';
import { formatAge } from './format/time';
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

/** Content that could not be renewed, with its age: the cause and the age in one place, the content untouched below. */
export function StaleNotice({ asOf, failure, system, unaffected, onRetry }: StaleNoticeProps) {
  const cause = system ? `暂时连不上${system}` : failure ? wordsOf(failure).title : '暂时连不上后台系统';
  const age = formatAge(asOf);
  const action = onRetry && (
    <Button kind="ghost" size="small" icon="refresh" busyText="正在重试…" onTap={onRetry}>
      再试一次
    </Button>
  );
  return (
    <Notice tone="due" icon="cloudoff" action={action}>
      {cause}。下面是{age === '刚刚' ? age : ` ${age}`}的内容{unaffected ? `，${unaffected}` : ''}。
    </Notice>
  );
}
