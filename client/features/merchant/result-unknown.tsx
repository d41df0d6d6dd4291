import { useState } from 'react';
import { useOnline } from '@/platform/online';
import { wordsOf } from '@/ui/failure-words';
import { formatInstant } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Answer, PanelLine } from './answer';
import { useLeaveResult } from './leave-result';
import { messages } from './messages';
import { useOutcome } from './outcome';
import { readPendingUse } from './pending-use';
import { useAskUntilKnown } from './use-ask-until-known';
import { useRedemption } from './use-redemption';

const words = messages.result;
const stayHere = () => Promise.resolve();

/** Neither yes nor no: the answer was lost. It is asked for by itself, under the same id, until it is there. */
export function Unknown({ storeId }: { storeId: string }) {
  const { submission, isAsking, query } = useRedemption(storeId, stayHere);
  const { leave } = useLeaveResult();
  const online = useOnline((state) => state.online);
  const [pending] = useState(() => readPendingUse(storeId));
  const ask = async () => {
    const status = await query();
    // The counter knows already, or there was no answer for this page: nothing is unknown here any more.
    if (status !== 'unknown' && useOutcome.getState().outcome?.kind === 'unknown') leave();
  };
  useAskUntilKnown(submission.status, ask);
  const why = submission.status === 'unknown' ? submission.failure : undefined;
  return (
    <Answer
      tone="unknown"
      icon="clock"
      title={words.unknownTitle}
      subtitle={words.unknownFacts}
      advice={
        online && !why ? (
          words.unknownAdvice
        ) : (
          <Notice tone="due" icon="cloudoff">
            {online && why ? words.stillUnknown(wordsOf(why).title) : words.unknownOffline}
          </Notice>
        )
      }
      next={{
        text: isAsking ? words.querying : words.query,
        icon: 'refresh',
        busy: isAsking,
        onTap: () => void ask(),
      }}
      second={{ text: words.back, icon: 'store', onTap: leave }}
    >
      {pending?.about && <PanelLine name={words.voucher} value={words.once(pending.about.title)} />}
      {pending?.about && <PanelLine name={words.member} value={pending.about.memberNameMasked} />}
      {pending && <PanelLine name={words.sent} value={formatInstant(pending.sentAt)} />}
    </Answer>
  );
}
