import type { Failure } from '@/api/failures';
import type { Submission } from '@/api/submission';
import type { TagTone } from '@/ui/tag';
import type { messages } from './messages';

export type CounterState = keyof typeof messages.workspace.states;

interface Signs {
  online: boolean;
  submission: Submission<unknown>['status'];
  /** It is being asked what became of the one before: that is not sending another one. */
  isAsking: boolean;
  /** Nothing can be redeemed at this store now. */
  isSuspended: boolean;
  /** Why today's numbers could not be renewed: the first to notice that a line or a system is down. */
  failure: Failure | undefined;
}

/** One state at a time, the weightiest first: what may be half done, then what is under way, then the line. */
export function counterStateOf(signs: Signs): CounterState {
  const { online, submission, isAsking, isSuspended, failure } = signs;
  if (isAsking) return 'unknown';
  if (submission === 'unknown' || submission === 'sending') return submission;
  if (isSuspended) return 'suspended';
  if (!online) return 'offline';
  if (failure?.kind === 'offline') return 'weak';
  return failure?.kind === 'away' ? 'away' : 'ready';
}

export const stateTone: Record<CounterState, TagTone> = {
  unknown: 'due',
  sending: 'brand',
  suspended: 'bad',
  offline: 'due',
  weak: 'due',
  away: 'due',
  ready: 'ok',
};

/** What must be settled first, or cannot be done here at all: then there is nothing to scan. */
export const isBlocking = (state: CounterState): boolean =>
  state === 'unknown' || state === 'sending' || state === 'suspended';
