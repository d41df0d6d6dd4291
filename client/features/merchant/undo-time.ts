import type { Redemption } from '../../../bff/features/merchant/contract';
import { formatEnd, formatRemaining } from '@/ui/format/time';
import { messages } from './messages';

const HOUR_MS = 3_600_000;

type Undoable = Pick<Redemption, 'state' | 'reversibleUntil'>;

/** True while this caller may still take it back. */
export function isUndoable({ state, reversibleUntil }: Undoable, now: number): boolean {
  return state === 'confirmed' && reversibleUntil !== null && Date.parse(reversibleUntil) > now;
}

/** Worth a line of its own in a list: it runs out while the list is looked at. */
export const isUndoEndingSoon = ({ reversibleUntil }: Undoable, now: number): boolean =>
  reversibleUntil !== null && Date.parse(reversibleUntil) - now <= HOUR_MS;

/** A clerk's half hour runs out while it is looked at; an owner's month does not, so a date says it. */
export function undoTimeLeft(redemption: Undoable, now: number): string {
  const { reversibleUntil } = redemption;
  if (reversibleUntil === null) return '';
  return isUndoEndingSoon(redemption, now)
    ? messages.undo.timeLeft(formatRemaining(reversibleUntil, now))
    : messages.undo.until(formatEnd(reversibleUntil));
}
