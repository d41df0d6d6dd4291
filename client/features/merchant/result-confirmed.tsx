import { useState } from 'react';
import { redirectTo } from '@/platform/routes';
import { formatMoney } from '@/ui/format/money';
import { formatInstant } from '@/ui/format/time';
import type { Redemption } from '../../../bff/features/merchant/contract';
import { Answer, PanelLine } from './answer';
import { messages } from './messages';
import { UndoSheet } from './undo-sheet';

const words = messages.result;

/** "Yes": what was redeemed, for whom, what it pays, and the way to undo it. */
export function Confirmed({ redemption }: { redemption: Redemption }) {
  const [undoing, setUndoing] = useState(false);
  const reversed = redemption.state === 'reversed';
  const canUndo = !reversed && redemption.reversibleUntil !== null;
  return (
    <>
      <Answer
        icon={reversed ? 'undo' : 'check'}
        title={reversed ? messages.workspace.undone : words.okTitle}
        subtitle={`${redemption.title} 1 次`}
        next={{ text: words.next, onTap: () => void redirectTo('merchant/workspace') }}
        second={canUndo ? { text: words.undo, icon: 'undo', onTap: () => setUndoing(true) } : undefined}
      >
        <PanelLine name={words.member} value={redemption.memberNameMasked} />
        <PanelLine name={words.time} value={formatInstant(redemption.at)} />
        <PanelLine name={words.left} value={words.times(redemption.usesLeft)} />
        {redemption.discountFen !== null && (
          <PanelLine name={words.discount} value={formatMoney(redemption.discountFen)} />
        )}
        {redemption.customerPaysFen !== null && (
          <PanelLine name={words.pays} value={formatMoney(redemption.customerPaysFen)} />
        )}
        <PanelLine name={words.settlement} value={formatMoney(reversed ? 0 : redemption.settlementFen)} />
      </Answer>
      {undoing && <UndoSheet redemption={redemption} onClose={() => setUndoing(false)} />}
    </>
  );
}
