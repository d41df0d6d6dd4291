import { useState } from 'react';
import { formatMoney } from '@/ui/format/money';
import { formatInstant } from '@/ui/format/time';
import { useNow } from '@/ui/use-now';
import type { Redemption } from '../../../bff/features/merchant/contract';
import { Answer, PanelLine } from './answer';
import { useLeaveResult } from './leave-result';
import { messages } from './messages';
import { showOutcome } from './outcome';
import { isUndoable } from './undo-time';
import { UndoSheet } from './undo-sheet';

const words = messages.result;
const CHECK_EVERY_MS = 15_000;

/** "Yes": what was redeemed, for whom, what it pays, and the way to undo it. */
export function Confirmed({ redemption }: { redemption: Redemption }) {
  const [undoing, setUndoing] = useState(false);
  const { nextGuest } = useLeaveResult();
  const now = useNow(CHECK_EVERY_MS);
  const { title, memberNameMasked, at, usesLeft, discountFen, customerPaysFen, settlementFen } = redemption;
  const reversed = redemption.state === 'reversed';
  return (
    <>
      <Answer
        tone="ok"
        icon={reversed ? 'undo' : 'check'}
        title={reversed ? words.undoneTitle : words.okTitle}
        subtitle={reversed ? words.undoneFacts : words.once(title)}
        next={{ text: words.next, icon: 'scan', onTap: nextGuest }}
        second={
          isUndoable(redemption, now)
            ? { text: words.undo, icon: 'undo', onTap: () => setUndoing(true) }
            : undefined
        }
      >
        {reversed && <PanelLine name={words.voucher} value={title} />}
        <PanelLine name={words.member} value={memberNameMasked} />
        <PanelLine name={words.time} value={formatInstant(at)} />
        <PanelLine name={words.left} value={words.times(usesLeft)} />
        {!reversed && discountFen !== null && (
          <PanelLine name={words.discount} value={formatMoney(discountFen)} />
        )}
        {!reversed && customerPaysFen !== null && (
          <PanelLine name={words.pays} value={formatMoney(customerPaysFen)} />
        )}
        <PanelLine name={words.settlement} value={reversed ? words.notSettled : formatMoney(settlementFen)} />
      </Answer>
      {undoing && (
        <UndoSheet
          redemption={redemption}
          onUndone={(undone) => {
            setUndoing(false);
            showOutcome({ kind: 'confirmed', redemption: undone });
          }}
          onClose={() => setUndoing(false)}
        />
      )}
    </>
  );
}
