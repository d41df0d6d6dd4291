import type { CoreDeps } from '../core-deps';
import { dispatchWaiting, escalateLate, freeWithdrawnSeats } from './dispatch';
import { moveDueClaims } from './move-claims';
import { nowOf } from './papers';

const DISPATCH_EVERY_MS = 1_000;
const SEATS_EVERY_MS = 60_000;
const LONGEST_WAIT_MS = 5_000;

/** Does `work` again and again until stopped; a failed round is logged and the next one tries anew. */
function again(
  work: () => Promise<void>,
  everyMs: number,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const schedule = () => {
    timer = setTimeout(() => {
      running = work()
        .catch(onError)
        .finally(() => {
          if (!stopped) schedule();
        });
    }, everyMs);
    timer.unref();
  };
  schedule();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}

/**
 * What core does by itself: gives waiting cases to surveyors and raises those nobody called. Several processes may do it
 * at once. A claim in production is moved on by people only; a demonstration has a pace of its own besides.
 */
export function startRounds(deps: CoreDeps): () => Promise<void> {
  const { pool, log, demo, paceSeconds } = deps;
  const dispatching = again(
    async () => {
      const at = await nowOf(pool);
      await dispatchWaiting(deps, at);
      await escalateLate(pool, at);
    },
    DISPATCH_EVERY_MS,
    (error) => log.warn({ err: error }, 'cases could not be dispatched'),
  );
  const freeing = again(
    () => freeWithdrawnSeats(pool),
    SEATS_EVERY_MS,
    (error) => log.warn({ err: error }, 'seats of withdrawn cases could not be freed'),
  );
  const waitMs = Math.min(LONGEST_WAIT_MS, Math.max(250, paceSeconds * 250));
  const moving = demo
    ? again(
        () => moveDueClaims(deps, paceSeconds).then(() => undefined),
        waitMs,
        (error) => log.warn({ err: error }, 'claims could not be moved on'),
      )
    : async () => undefined;
  return async () => {
    await Promise.all([dispatching(), freeing(), moving()]);
  };
}
