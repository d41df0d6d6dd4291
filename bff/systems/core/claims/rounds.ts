import { repeatRounds } from '../../../repeat-rounds';
import type { CoreDeps } from '../core-deps';
import { dispatchWaiting, escalateLate, freeWithdrawnSeats } from './dispatch';
import { moveDueClaims } from './move-claims';
import { nowOf } from './papers';

const DISPATCH_EVERY_MS = 1_000;
const SEATS_EVERY_MS = 60_000;
const LONGEST_WAIT_MS = 5_000;

/**
 * What core does by itself: gives waiting cases to surveyors and raises those nobody called. Several processes may do it
 * at once. A claim in production is moved on by people only; a demonstration has a pace of its own besides.
 */
export function startRounds(deps: CoreDeps): () => Promise<void> {
  const { pool, log, demo, paceSeconds } = deps;
  const dispatching = repeatRounds({
    round: async () => {
      const at = await nowOf(pool);
      await dispatchWaiting(deps, at);
      await escalateLate(pool, at);
    },
    everyMs: DISPATCH_EVERY_MS,
    onError: (error) => log.warn({ err: error }, 'cases could not be dispatched'),
  });
  const freeing = repeatRounds({
    round: () => freeWithdrawnSeats(pool),
    everyMs: SEATS_EVERY_MS,
    onError: (error) => log.warn({ err: error }, 'seats of withdrawn cases could not be freed'),
  });
  const moving = repeatRounds({
    round: () => moveDueClaims(deps, paceSeconds),
    everyMs: Math.min(LONGEST_WAIT_MS, Math.max(250, paceSeconds * 250)),
    onError: (error) => log.warn({ err: error }, 'claims could not be moved on'),
  });
  const all = demo ? [dispatching, freeing, moving] : [dispatching, freeing];
  for (const rounds of all) rounds.start();
  return async () => {
    await Promise.all(all.map((rounds) => rounds.stop()));
  };
}
