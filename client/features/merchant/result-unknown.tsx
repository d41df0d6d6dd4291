import { useState } from 'react';
import { wordsOf } from '@/ui/failure-words';
import { Notice } from '@/ui/notice';
import { Answer } from './answer';
import { useLeaveResult } from './leave-result';
import { messages } from './messages';
import { useRedemption } from './use-redemption';

const words = messages.result;
const stayHere = () => Promise.resolve();

/** Neither yes nor no: the answer was lost. Asking again under the same id is the only thing to do. */
export function Unknown({ storeId }: { storeId: string }) {
  const { submission, query } = useRedemption(storeId, stayHere);
  const { leave } = useLeaveResult();
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    const status = await query();
    setAsking(false);
    // The counter has asked in the meantime: the answer is there.
    if (status === 'idle') leave();
  };
  const why = submission.status === 'unknown' ? submission.failure : undefined;
  return (
    <Answer
      tone="unknown"
      icon="clock"
      title={words.unknownTitle}
      subtitle={words.unknownFacts}
      advice={
        why && !asking ? (
          <Notice tone="due" icon="cloudoff">
            {words.stillUnknown(wordsOf(why).title)}
          </Notice>
        ) : (
          words.unknownAdvice
        )
      }
      next={{
        text: asking ? words.querying : words.query,
        icon: 'refresh',
        busy: asking,
        onTap: () => void ask(),
      }}
      second={{ text: words.back, icon: 'store', onTap: leave }}
    />
  );
}
