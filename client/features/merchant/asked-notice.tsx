import type { SubmissionControl } from '@/api/submission';
import { wordsOf } from '@/ui/failure-words';
import { Button } from '@/ui/button';
import { submissionWords } from '@/ui/messages';
import { Notice } from '@/ui/notice';
import { SubmissionNotice } from '@/ui/submission-notice';
import { writeWords as words } from './messages';

/** Beside `useAskUntilKnown`: what became of the write is asked for without a tap, and the words say so. */
export function AskedNotice<Body, Answer>({ control }: { control: SubmissionControl<Body, Answer> }) {
  const { submission, queryProgress } = control;
  if (submission.status !== 'unknown') return <SubmissionNotice control={control} />;
  const { failure } = submission;
  const query = (
    <Button kind="ghost" size="small" busyText={submissionWords.querying} onTap={queryProgress}>
      {submissionWords.query}
    </Button>
  );
  return (
    <Notice tone="due" icon="clock" action={query}>
      {failure && submissionWords.stillNot(wordsOf(failure).title)}
      {words.askedByItself}
    </Notice>
  );
}
