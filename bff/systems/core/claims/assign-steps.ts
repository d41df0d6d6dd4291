import type { Pool } from 'pg';
import type { PersonalFields } from '../personal-fields';
import { clocksFrom } from '../rules/claim-clocks';
import { ownerRole, stageCodes, stages, type StaffRole } from '../rules/claim-stages';
import type { Step, StepOwner } from './claim-record';

interface StaffRow {
  id: string;
  role: StaffRole;
  name_sealed: Buffer;
  phone_sealed: Buffer;
}

/**
 * For each role the person nearest to the branch: of the branch itself, else of one above it; of several the one with the
 * fewest open steps. Without a branch the search starts at the top, for reports whose cover is not known to be the
 * reporter's: their owner must not tell where the car is insured.
 */
const nearestStaff = `
  with recursive line as (
    select id, parent_id, 0 as distance from branches where id = $1 or ($1::text is null and parent_id is null)
    union all
    select b.id, b.parent_id, line.distance + 1 from branches b join line on b.id = line.parent_id
  )
  select distinct on (s.role) s.id, s.role, s.name_sealed, s.phone_sealed
  from staff s join line on line.id = s.branch_id
  order by s.role, line.distance,
    (select count(*) from claim_steps t where t.owner_id = s.id and t.done_at is null), s.id`;

async function staffNear(
  pool: Pool,
  fields: PersonalFields,
  branchId: string | null,
): Promise<Map<string, StepOwner>> {
  const { rows } = await pool.query<StaffRow>(nearestStaff, [branchId]);
  return new Map(
    rows.map((row) => [
      row.role,
      {
        id: row.id,
        role: row.role,
        name: fields.open('staff', 'name_sealed', row.id, row.name_sealed),
        phone: fields.open('staff', 'phone_sealed', row.id, row.phone_sealed),
      },
    ]),
  );
}

const MINUTE_MS = 60_000;

/** The steps of a new report: all of them with their owners, and the clocks that start with the report itself. */
export async function assignSteps(
  { pool, fields }: { pool: Pool; fields: PersonalFields },
  claim: { branchId: string | null; injured: boolean; reportedAt: Date },
): Promise<{ steps: Step[]; supervisor: StepOwner | null }> {
  const staff = await staffNear(pool, fields, claim.branchId);
  const minutes = new Map(
    clocksFrom('reported', stageCodes).map(({ code, withinMinutes }) => [code, withinMinutes]),
  );
  const steps = stages.map((stage) => {
    const within = minutes.get(stage.code);
    return {
      code: stage.code,
      owner: staff.get(ownerRole(stage, claim.injured)) ?? null,
      dueAt: within === undefined ? null : new Date(claim.reportedAt.getTime() + within * MINUTE_MS),
      doneAt: stage.code === 'reported' ? claim.reportedAt : null,
    };
  });
  return { steps, supervisor: staff.get('supervisor') ?? null };
}
