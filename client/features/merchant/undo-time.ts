import type { Redemption } from '../../../bff/features/merchant/contract';
import { formatEnd, formatRemaining } from '@/ui/format/time';
import { messages } from './messages';

const HOUR_MS = 3_600_000;

type Undoable = Pick<Redemption, 'state' | 'reversibleUntil'>;

/** True while this caller may still take it back. */
export function isUndoable({ state, reversibleUntil }: Undoable, now: number): boolean {
  return state === 'confirmed' && reversibleUntil !== null && Date.parse(reversibleUntil) > now;
}

/** A clerk's half hour runs out while it is looked at; an owner's month does not, so a date says it. */
export function undoTimeLeft({ reversibleUntil }: Undoable, now: number): string {
  if (reversibleUntil === null) return '';
  const leftMs = Date.parse(reversibleUntil) - now;
  return leftMs <= HOUR_MS
    ? messages.undo.timeLeft(formatRemaining(reversibleUntil, now))
    : messages.undo.until(formatEnd(reversibleUntil));
}
