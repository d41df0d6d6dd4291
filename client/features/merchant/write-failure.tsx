import type { Failure } from '@/api/failures';
import { wordsOf } from '@/ui/failure-words';
import { Notice } from '@/ui/notice';
import { writeWords } from './messages';

/** Why it is not so yet. A lost answer is no failure: the same tap makes sure. */
export function WriteFailure({ failure }: { failure: Failure | undefined }) {
  if (!failure) return null;
  if (failure.kind === 'uncertain') return <Notice tone="due">{writeWords.unsure}</Notice>;
  if (failure.kind === 'refused')
    return <Notice tone="bad">{failure.errors[0]?.message ?? failure.detail}</Notice>;
  const { title, detail } = wordsOf(failure);
  return (
    <Notice tone="due">
      {title}。{detail}
    </Notice>
  );
}
