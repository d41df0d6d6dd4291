import { useState } from 'react';
import { formatClock } from '@/ui/format/time';
import { Answer, PanelLine } from './answer';
import { EarlierSheet } from './earlier-sheet';
import { useLeaveResult } from './leave-result';
import { messages } from './messages';
import type { Outcome } from './outcome';

const words = messages.result;

/** "No": where and when, that nothing was charged, and what to do for the guest. */
export function Refused({ outcome }: { outcome: Extract<Outcome, { kind: 'refused' }> }) {
  const { refusal, voucherTitle, earlier, typed } = outcome;
  const { nextGuest, retype } = useLeaveResult();
  const [looking, setLooking] = useState(false);
  const clock = earlier && formatClock(earlier.at);
  return (
    <>
      <Answer
        tone="bad"
        icon="x"
        title={refusal.title}
        subtitle={refusal.facts}
        advice={clock ? words.earlierAdvice(clock) : refusal.advice}
        next={{ text: words.next, icon: 'scan', onTap: nextGuest }}
        second={
          clock
            ? { text: words.seeEarlier(clock), icon: 'doc', onTap: () => setLooking(true) }
            : typed
              ? { text: words.retype, icon: 'keypad', onTap: () => retype(typed) }
              : undefined
        }
      >
        {voucherTitle && (
          <>
            <PanelLine name={words.voucher} value={voucherTitle} />
            <PanelLine name={words.thisTime} value={words.nothingTaken} />
          </>
        )}
      </Answer>
      {looking && earlier && <EarlierSheet earlier={earlier} onClose={() => setLooking(false)} />}
    </>
  );
}
