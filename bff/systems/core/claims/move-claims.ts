import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { uuidv7 } from 'uuidv7';
import { clocksFrom, statusAfter, type ClaimStatus } from '../rules/claim-stages';
import { coveredBySubject } from './claim-store';

/**
 * Demonstration only: reports move from step to step at a fixed pace, so that a visitor sees the whole way. A report whose
 * cover is not the reporter's waits after the call: a person would look it up, and going on would tell that it exists.
 */
const due = `
  select c.id, c.status from claims c
  where c.open and c.moves_by_itself and c.moved_at <= now() - make_interval(secs => $1)
    and (c.status in ('reported', 'dispatched') or ${coveredBySubject('c.subject')})
  order by c.moved_at limit 100`;

/** Whoever finds the expected status moves the claim; for every other process there is nothing left to do. */
const move = `
  with moved as (
    update claims set status = $3, moved_at = now(), open = $4
    where id = $1 and status = $2 and open and moves_by_itself and moved_at <= now() - make_interval(secs => $5)
    returning id
  ),
  done as (
    update claim_steps t set done_at = now() from moved where t.claim_id = moved.id and t.code = $3
  ),
  promised as (
    update claim_steps t set due_at = now() + make_interval(mins => c.within) from moved, unnest($6::text[], $7::int[]) as c (code, within)
    where t.claim_id = moved.id and t.code = c.code and t.code <> $3
  )
  insert into claim_events (id, claim_id, kind, detail, actor_role, actor_subject)
  select $8, id, 'status', $3, 'system', 'demo-pace' from moved`;

async function moveOne(pool: Pool, claim: { id: string; status: ClaimStatus }, paceSeconds: number) {
  const next = statusAfter(claim.status);
  if (!next) return;
  const clocks = clocksFrom(next);
  await pool.query(move, [
    claim.id,
    claim.status,
    next,
    next !== 'closed',
    paceSeconds,
    clocks.map(({ code }) => code),
    clocks.map(({ withinMinutes }) => withinMinutes),
    uuidv7(),
  ]);
}

/** Moves every report whose time has come by one step. Safe with any number of processes: the statement decides. */
export async function moveDueClaims(pool: Pool, paceSeconds: number): Promise<number> {
  const { rows } = await pool.query<{ id: string; status: ClaimStatus }>(due, [paceSeconds]);
  for (const claim of rows) await moveOne(pool, claim, paceSeconds);
  return rows.length;
}

const LONGEST_WAIT_MS = 5_000;

/** Looks again and again until stopped; a failed round is logged and the next one tries anew. */
export function startPace(options: { pool: Pool; log: Logger; paceSeconds: number }): () => Promise<void> {
  const waitMs = Math.min(LONGEST_WAIT_MS, Math.max(250, options.paceSeconds * 250));
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    try {
      await moveDueClaims(options.pool, options.paceSeconds);
    } catch (error) {
      options.log.warn({ err: error }, 'claims could not be moved on');
    }
    if (!stopped) schedule();
  };
  const schedule = () => {
    timer = setTimeout(() => {
      running = round();
    }, waitMs);
    timer.unref();
  };
  schedule();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
