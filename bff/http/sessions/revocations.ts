import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { repeatRounds, type Rounds } from '../../repeat-rounds';

/** Another server's sign-out is known here at most this much later. */
const POLL_INTERVAL_MS = 2_000;
/** A transaction may commit after a later one was seen: each look goes back a little further than the last. */
const OVERLAP_SECONDS = 30;

/** Sessions that ended while access tokens of theirs may still be running. */
export interface Revocations {
  has(sessionId: string): boolean;
  /** What this process ended itself holds at once. */
  add(sessionIds: readonly string[]): void;
  /** Reads what ended within a token's lifetime, then keeps looking. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createRevocations(deps: {
  pool: Pool;
  log: Logger;
  /** How long an ended session's tokens could live on. */
  lifetimeSeconds: number;
}): Revocations {
  const { pool, log, lifetimeSeconds } = deps;
  const forgetAfterMs = (lifetimeSeconds + 60) * 1000;
  const endedSeenAtMs = new Map<string, number>();
  let rounds: Rounds | undefined;

  function add(sessionIds: readonly string[]): void {
    const now = Date.now();
    for (const id of sessionIds) if (!endedSeenAtMs.has(id)) endedSeenAtMs.set(id, now);
  }

  function forgetOld(): void {
    const limit = Date.now() - forgetAfterMs;
    for (const [id, seenAtMs] of endedSeenAtMs) if (seenAtMs < limit) endedSeenAtMs.delete(id);
  }

  async function look(backSeconds: number): Promise<void> {
    const { rows } = await pool.query<{ id: string }>(
      'select id from sessions where ended_at > now() - make_interval(secs => $1)',
      [backSeconds],
    );
    add(rows.map(({ id }) => id));
    forgetOld();
  }

  /** After a failure the next look must reach back over the gap. */
  async function keepLooking(): Promise<void> {
    let lastSuccessMs = Date.now();
    const tick = async () => {
      const gapSeconds = (Date.now() - lastSuccessMs) / 1000;
      const startedAtMs = Date.now();
      await look(Math.min(gapSeconds + OVERLAP_SECONDS, forgetAfterMs / 1000));
      lastSuccessMs = startedAtMs;
    };
    await look(forgetAfterMs / 1000);
    rounds = repeatRounds({
      round: tick,
      everyMs: POLL_INTERVAL_MS,
      // Whoever signed out must not come in a moment longer than it takes.
      longestPauseMs: POLL_INTERVAL_MS,
      onError: (error) => log.warn({ err: error }, 'ended sessions could not be read'),
    });
    rounds.start();
  }

  return {
    has: (sessionId) => endedSeenAtMs.has(sessionId),
    add,
    start: keepLooking,
    async stop() {
      await rounds?.stop();
    },
  };
}
