import type { SubmissionControl } from '@/api/submission';
import { goTo } from '@/platform/routes';
import { Button } from './button';
import { wordsOf } from './failure-words';
import { Notice } from './notice';
import { Line } from './stack';
import { submissionWords } from './messages';

interface SubmissionNoticeProps<Body, Answer> {
  control: SubmissionControl<Body, Answer>;
  /** Better words for a refusal's code, from the feature's `messages.ts`. */
  refusalWords?: (code: string) => string | undefined;
}

/** What became of a write, above its button. An unknown outcome offers `查询进度` and is never called a failure. */
export function SubmissionNotice<Body, Answer>({
  control,
  refusalWords,
}: SubmissionNoticeProps<Body, Answer>) {
  const { submission, queryProgress } = control;
  if (submission.status === 'unknown') {
    const query = (
      <Button kind="ghost" size="small" busyText={submissionWords.querying} onTap={queryProgress}>
        {submissionWords.query}
      </Button>
    );
    const { title, detail } = wordsOf({ kind: 'uncertain' });
    const stillNot = submission.failure && submissionWords.stillNot(wordsOf(submission.failure).title);
    return (
      <Notice tone="due" icon="clock" action={query}>
        {stillNot}
        {title}。{detail}
      </Notice>
    );
  }
  if (submission.status === 'queued') {
    return <Queued canCallOff={submission.canCallOff} onCallOff={control.callOff} />;
  }
  if (submission.status !== 'refused') return null;
  const { failure } = submission;
  if (failure.kind === 'refused') {
    return <Notice tone="bad">{refusalWords?.(failure.code) ?? failure.detail}</Notice>;
  }
  const { title, detail } = wordsOf(failure);
  const login = failure.kind === 'sessionGone' && (
    <Button kind="ghost" size="small" onTap={() => goTo('account/login')}>
      {submissionWords.login}
    </Button>
  );
  return (
    <Notice tone="due" action={login || undefined}>
      {title}。{detail}
    </Notice>
  );
}

interface QueuedProps {
  canCallOff: boolean;
  onCallOff: () => boolean;
}

/** Nothing went wrong and nothing is lost: it only waits, and can be taken back while it does. */
function Queued({ canCallOff, onCallOff }: QueuedProps) {
  const ways = (
    <Line gap={2} wrap>
      {canCallOff && (
        <Button kind="ghost" size="small" onTap={onCallOff}>
          {submissionWords.calledOff}
        </Button>
      )}
      <Button kind="text" size="small" onTap={() => goTo('outbox/list')}>
        {submissionWords.seeQueue}
      </Button>
    </Line>
  );
  return (
    <Notice tone="calm" icon="clock" action={ways}>
      {canCallOff ? submissionWords.queued : submissionWords.onItsWay}
    </Notice>
  );
}
