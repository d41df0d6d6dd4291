import { useState } from 'react';
import { type Failure, failureOf } from '@/api/failures';
import { Button } from '@/ui/button';
import { wordsOf } from '@/ui/failure-words';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { fetchDocument } from './api';
import { documentWords as words } from './document-messages';

type Fetching = { state: 'idle' | 'getting' | 'done' } | { state: 'failed'; failure: Failure };

const hints = { idle: words.hint, getting: words.getting, done: words.done, failed: words.hint } as const;

/** The e-policy on a tap: opened on WeChat with its menu to pass it on, downloaded by a browser. */
export function DocumentRow({ id, policyNo }: { id: string; policyNo: string }) {
  const [fetching, setFetching] = useState<Fetching>({ state: 'idle' });
  const fetchIt = async () => {
    if (fetching.state === 'getting') return;
    setFetching({ state: 'getting' });
    try {
      await fetchDocument(id, words.fileName(policyNo));
      setFetching({ state: 'done' });
    } catch (error) {
      setFetching({ state: 'failed', failure: failureOf(error) });
    }
  };
  return (
    <>
      <Row icon="download" title={words.title} detail={hints[fetching.state]} onTap={() => void fetchIt()} />
      {fetching.state === 'failed' && <Failed failure={fetching.failure} onRetry={fetchIt} />}
    </>
  );
}

function Failed({ failure, onRetry }: { failure: Failure; onRetry: () => Promise<void> }) {
  const { title, detail } = wordsOf(failure);
  const again = (
    <Button kind="ghost" size="small" onTap={onRetry}>
      {words.again}
    </Button>
  );
  return (
    <Notice tone="due" action={again}>
      {failure.kind === 'away' ? words.away : words.failed(`${title}。${detail}`)}
    </Notice>
  );
}
