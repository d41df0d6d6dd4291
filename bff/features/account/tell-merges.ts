import type { Logger } from 'pino';
import type { FollowUps } from '../../follow-ups/follow-ups';
import { systemActor } from '../../http/service-token';
import { isAway } from '../../last-known/last-known';
import { repeatRounds, type Rounds } from '../../repeat-rounds';
import type { Members } from '../../upstream/club/members';

const ROUND_EVERY_MS = 5_000;

export interface MergeTelling extends Rounds {
  /** Everything that waits; returns how many. */
  round(): Promise<number>;
}

/**
 * Two members became one at the club, by whichever way. Whoever asked for it has usually been told in the answer; this finds those whose answer
 * was lost, so that sessions of the member who is gone end and what is kept under it moves in any case. Told twice is harmless.
 */
export function createMergeTelling(deps: {
  members: Pick<Members, 'mergesToTell' | 'mergeTold'>;
  followUps: Pick<FollowUps, 'start'>;
  log: Logger;
}): MergeTelling {
  const { members, followUps, log } = deps;
  const by = { actor: systemActor };

  async function round(): Promise<number> {
    const merges = await members.mergesToTell(by);
    for (const { id, from, into } of merges) {
      await followUps.start({ kind: 'memberMerge', merged: { from, into } });
      await members.mergeTold(by, id);
    }
    return merges.length;
  }

  const onError = (error: unknown) => {
    if (!isAway(error)) log.warn({ err: error }, 'merges of members could not be read');
  };
  return { round, ...repeatRounds({ round, everyMs: ROUND_EVERY_MS, onError }) };
}
