import type { ClubFriend } from '../../../upstream/club/contract';

export type StoredState =
  'registered' | 'due' | 'waiting' | 'paid' | 'capped' | 'own' | 'before' | 'gone' | 'ended';

/** What the inviter is told. Whether a friend was here before is the friend's own business, so it is not told apart from being the inviter. */
export const shownStates: Readonly<Record<StoredState, ClubFriend['state']>> = {
  registered: 'registered',
  due: 'verified',
  waiting: 'waiting',
  paid: 'paid',
  capped: 'capped',
  own: 'notCounted',
  before: 'notCounted',
  gone: 'gone',
  ended: 'ended',
};
