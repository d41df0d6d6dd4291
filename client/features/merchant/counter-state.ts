import type { Failure } from '@/api/failures';
import type { Submission } from '@/api/submission';
import type { TagTone } from '@/ui/tag';
import type { messages } from './messages';

export type CounterState = keyof typeof messages.workspace.states;

interface Signs {
  online: boolean;
  submission: Submission<unknown>['status'];
  /** Why today's numbers could not be renewed: the first to notice that a line or a system is down. */
  failure: Failure | undefined;
}

/** One state at a time, the weightiest first: what may be half done, then what is under way, then the line. */
export function counterStateOf({ online, submission, failure }: Signs): CounterState {
  if (submission === 'unknown' || submission === 'sending') return submission;
  if (!online) return 'offline';
  if (failure?.kind === 'offline') return 'weak';
  return failure?.kind === 'away' ? 'away' : 'ready';
}

export const stateTone: Record<CounterState, TagTone> = {
  unknown: 'due',
  sending: 'brand',
  offline: 'due',
  weak: 'due',
  away: 'due',
  ready: 'ok',
};
