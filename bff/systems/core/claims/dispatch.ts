import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../../../database/transaction';
import { distanceMetres, type GeoPoint } from '../rules/distance';
import { escalations } from '../rules/escalation';
import { advance } from './advance';
import type { PersonalFields } from '../personal-fields';
import { noteEvent, type By } from './note-event';

const dispatcher: By = { role: 'system', subject: 'dispatch' };
const BATCH = 50;

const waiting = `
  select d.claim_id, c.position_sealed, c.injured, c.branch_id
  from claim_dispatches d join claims c on c.id = d.claim_id
  where d.state = 'waiting' and d.due_at <= $1 and c.open and c.status = 'reported'
  order by d.due_at limit ${BATCH}`;

interface WaitingRow {
  claim_id: string;
  position_sealed: Buffer | null;
  injured: boolean;
  branch_id: string | null;
}

/**
 * Who is on shift with a free seat, of the branch or one above it. Without a branch only the top works: its owner must
 * not tell where a car is insured.
 */
const candidates = `
  with recursive line as (
    select id, parent_id from branches where id = $1 or ($1::text is null and parent_id is null)
    union all select b.id, b.parent_id from branches b join line on b.id = line.parent_id
  )
  select v.staff_id as "staffId", v.latitude, v.longitude, v.open_cases as "openCases"
  from surveyors v join staff s on s.id = v.staff_id join line on line.id = s.branch_id
  where s.role = $2 and v.open_cases < v.capacity
    and extract(hour from $3::timestamptz at time zone 'Asia/Shanghai') * 60
      + extract(minute from $3::timestamptz at time zone 'Asia/Shanghai') between v.shift_from_minute and v.shift_until_minute - 1`;

interface Candidate extends GeoPoint {
  staffId: string;
  openCases: number;
}

/**
 * A case that is still waiting and a seat that is still free, taken together or not at all. A case somebody else is at is
 * not waited for: the next one is longer without a surveyor than it has to be.
 */
export const takeCase = {
  text: `update claim_dispatches set state = 'assigned', surveyor_id = $2, distance_metres = $3, assigned_at = $4
  where claim_id = (
    select claim_id from claim_dispatches where claim_id = $1 and state = 'waiting' for update skip locked)`,
};
export const takeSeat = {
  text: `update surveyors set open_cases = open_cases + 1 where staff_id = $1 and open_cases < capacity`,
};
const ownSteps = `
  update claim_steps set owner_id = $2 where claim_id = $1 and code in ('contacted', 'surveyed') and done_at is null`;

class SeatTaken extends Error {}

function assign(
  pool: Pool,
  claimId: string,
  chosen: { staffId: string; metres: number | null; at: Date; by: By },
): Promise<boolean> {
  const { staffId, metres, at, by } = chosen;
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(takeCase.text, [claimId, staffId, metres, at]);
    if (rowCount !== 1) return false;
    const seat = await client.query(takeSeat.text, [staffId]);
    if (seat.rowCount !== 1) throw new SeatTaken();
    await client.query(ownSteps, [claimId, staffId]);
    await advance(client, by, { claimId, from: ['reported'], to: 'dispatched' });
    return true;
  });
}

function nearestFirst(found: readonly Candidate[], place: GeoPoint | null) {
  return found
    .map((one) => ({ ...one, metres: place ? distanceMetres(one, place) : null }))
    .sort(
      (a, b) =>
        (a.metres ?? 0) - (b.metres ?? 0) || a.openCases - b.openCases || (a.staffId < b.staffId ? -1 : 1),
    );
}

async function dispatchOne(
  { pool, fields }: { pool: Pool; fields: PersonalFields },
  row: WaitingRow,
  { at, by }: { at: Date; by: By },
): Promise<boolean> {
  const { claim_id: claimId, position_sealed: sealed } = row;
  const place = sealed
    ? (JSON.parse(fields.open('claims', 'position_sealed', claimId, sealed)) as GeoPoint)
    : null;
  const role = row.injured ? 'injurySpecialist' : 'surveyor';
  const { rows } = await pool.query<Candidate>(candidates, [row.branch_id, role, at]);
  for (const { staffId, metres } of nearestFirst(rows, place)) {
    try {
      return await assign(pool, claimId, { staffId, metres, at, by });
    } catch (error) {
      // Somebody else took the last seat meanwhile: the next nearest one.
      if (!(error instanceof SeatTaken)) throw error;
    }
  }
  return false;
}

/** Gives every waiting case to the nearest free surveyor. Safe with any number of processes: the statements decide. */
export async function dispatchWaiting(
  deps: { pool: Pool; fields: PersonalFields },
  at: Date,
  by: By = dispatcher,
): Promise<number> {
  const { rows } = await deps.pool.query<WaitingRow>(waiting, [at]);
  let assigned = 0;
  for (const row of rows) if (await dispatchOne(deps, row, { at, by })) assigned += 1;
  return assigned;
}

const late = `
  select d.claim_id as "claimId", c.branch_id as "branchId" from claim_dispatches d join claims c on c.id = d.claim_id
  where d.contacted_at is null and d.state <> 'finished' and c.open and d.level = $1 - 1
    and d.reported_at < $2::timestamptz - make_interval(mins => $3)
    and (not c.moves_by_itself or c.taken_at is not null or c.status = 'reported')
  order by d.reported_at limit ${BATCH}`;

/** The lead, then the supervisor: of the branch, else of one above. */
const superior = `
  with recursive line as (
    select id, parent_id, 0 as distance from branches where id = $1 or ($1::text is null and parent_id is null)
    union all select b.id, b.parent_id, line.distance + 1 from branches b join line on b.id = line.parent_id
  )
  select s.id from staff s join line on line.id = s.branch_id where s.role = $2 order by line.distance, s.id limit 1`;

export const raise = {
  text: `update claim_dispatches set level = $2
  where claim_id = $1 and level = $2 - 1 and contacted_at is null and state <> 'finished'`,
};

async function escalateOne(
  client: PoolClient,
  row: { claimId: string; branchId: string | null },
  { level, role, at }: { level: number; role: string; at: Date },
): Promise<void> {
  const { rowCount } = await client.query(raise.text, [row.claimId, level]);
  if (rowCount !== 1) return;
  const { rows } = await client.query<{ id: string }>(superior, [row.branchId, role]);
  const staffId = rows[0]?.id ?? null;
  await client.query(
    'insert into claim_escalations (claim_id, level, at, to_staff_id) values ($1, $2, $3, $4)',
    [row.claimId, level, at, staffId],
  );
  // The team lead takes the call over; the supervisor looks into it and leaves the owner as it is.
  if (level === 1 && staffId) {
    await client.query(
      `update claim_steps set owner_id = $2 where claim_id = $1 and code = 'contacted' and done_at is null`,
      [row.claimId, staffId],
    );
  }
  await noteEvent(
    client,
    { ...dispatcher, at },
    { claimId: row.claimId, kind: 'escalated', detail: String(level) },
  );
}

/** Whoever was not called in time goes one level up, once per level, in whichever process it is noticed. */
export async function escalateLate(pool: Pool, at: Date): Promise<void> {
  for (const { level, afterMinutes, role } of escalations) {
    const { rows } = await pool.query<{ claimId: string; branchId: string | null }>(late, [
      level,
      at,
      afterMinutes,
    ]);
    for (const row of rows) {
      await inTransaction(pool, (client) => escalateOne(client, row, { level, role, at }));
    }
  }
}

/** The surveyor has been there, or the case ended: the seat is free for the next one. */
const finish = `
  with finished as (
    update claim_dispatches set state = 'finished' where claim_id = $1 and state <> 'finished' returning surveyor_id, assigned_at
  )
  update surveyors v set open_cases = open_cases - 1 from finished where v.staff_id = finished.surveyor_id`;

export async function finishDispatch(client: PoolClient, claimId: string): Promise<void> {
  await client.query(finish, [claimId]);
}

/** Nobody can undo a withdrawal any more: its surveyor is free. One that is being undone right now is left alone. */
const finishWithdrawn = `
  with final as (
    select w.claim_id from claim_withdrawals w join claim_dispatches d on d.claim_id = w.claim_id
    where w.undone_at is null and w.undo_until <= now() and d.state <> 'finished' for update of w skip locked
  ),
  finished as (
    update claim_dispatches d set state = 'finished' from final
    where d.claim_id = final.claim_id and d.state <> 'finished' returning d.surveyor_id
  ),
  freed as (select surveyor_id, count(*)::int as seats from finished where surveyor_id is not null group by surveyor_id)
  update surveyors v set open_cases = open_cases - freed.seats from freed where v.staff_id = freed.surveyor_id`;

export async function freeWithdrawnSeats(pool: Pool): Promise<void> {
  await pool.query(finishWithdrawn);
}

export async function noteContact(client: PoolClient, claimId: string, at?: Date): Promise<void> {
  await client.query(
    'update claim_dispatches set contacted_at = coalesce($2, now()) where claim_id = $1 and contacted_at is null',
    [claimId, at ?? null],
  );
}
