import { clocksFrom } from '../rules/claim-clocks';
import { stageCodes, type ClaimStatus } from '../rules/claim-stages';
import type { Db } from './db';
import { noteEvent, type By } from './note-event';

/** Whoever finds an expected status moves the claim; for everybody else there is nothing left to do. */
const move = `
  with moved as (
    update claims set status = $3, moved_at = coalesce($7, now()), open = $4
    where id = $1 and status = any ($2) and open
    returning id
  ),
  done as (
    update claim_steps t set done_at = coalesce($7, now()) from moved where t.claim_id = moved.id and t.code = $3 and t.done_at is null
  ),
  promised as (
    update claim_steps t set due_at = coalesce($7, now()) + make_interval(mins => c.within)
    from moved, unnest($5::text[], $6::int[]) as c (code, within)
    where t.claim_id = moved.id and t.code = c.code and t.code <> $3 and t.done_at is null
  )
  select id from moved`;

/**
 * One step on, with the clocks that start with it. Runs in the caller's transaction.
 * @returns false when the claim was not where it was expected
 */
export async function advance(
  db: Db,
  by: By,
  step: { claimId: string; from: readonly ClaimStatus[]; to: ClaimStatus },
): Promise<boolean> {
  const clocks = clocksFrom(step.to, stageCodes);
  const { rowCount } = await db.query(move, [
    step.claimId,
    step.from,
    step.to,
    step.to !== 'closed',
    clocks.map(({ code }) => code),
    clocks.map(({ withinMinutes }) => withinMinutes),
    by.at ?? null,
  ]);
  if (rowCount !== 1) return false;
  await noteEvent(db, by, { claimId: step.claimId, kind: 'status', detail: step.to });
  return true;
}

/** After agreement: the papers are complete as soon as none is wanted, waiting to be read, or sent back. */
const complete = `
  select 1 where not exists (
    select 1 from claim_papers where claim_id = $1 and state not in ('onFile', 'accepted'))`;

export async function completePapers(db: Db, by: By, claimId: string): Promise<void> {
  const { rowCount } = await db.query(complete, [claimId]);
  if (rowCount === 1) await advance(db, by, { claimId, from: ['assessed'], to: 'papersComplete' });
}
