import type { ClaimStatus, StaffRole } from '../rules/claim-stages';
import type { PersonalFields } from '../personal-fields';
import { policiesOfSubject } from '../policies/owner';
import type { Claim, ReceivedPhoto, Step } from './claim-record';
import type { Db } from './db';

export interface ClaimRow {
  id: string;
  report_no: string;
  status: ClaimStatus;
  scenario: Claim['scenario'];
  plate_sealed: Buffer;
  injured: boolean;
  occurred_at: Date;
  reported_at: Date;
  address_sealed: Buffer;
  open: boolean;
  verified: boolean;
  as_of: Date;
}

/** A policy behind the claim `c` is the subject's own: 投保人 or 被保险人 by a verified identity. */
export const coveredBySubject = (subject: string) => `exists (
  select 1 from claim_policies cp
  where cp.claim_id = c.id and cp.policy_id in (${policiesOfSubject(subject)}))`;

/**
 * `$1` is the actor's subject: one's own report, a report on one's own policy, or one made on the telephone with one's own
 * number. A number that stands on several customers (an agent's) is nobody's own.
 */
export const claimOfSubject = `c.id in (
  select r.id from claims r where r.subject = $1
  union all
  select cp.claim_id from claim_policies cp where cp.policy_id in (${policiesOfSubject('$1')})
  union all
  select h.id from identity_links l join customers k on k.id = l.customer_id
    join claims h on h.contact_phone_index = k.phone_index and h.source = 'hotline'
  where l.subject = $1 and not exists (
    select 1 from customers o where o.phone_index = k.phone_index and o.id <> k.id))`;

export const claimColumns = `
  c.id, c.report_no, c.status, c.scenario, c.plate_sealed, c.injured, c.occurred_at, c.reported_at, c.address_sealed,
  c.open, ${coveredBySubject('$1')} as verified, now() as as_of`;

export function toClaim(row: ClaimRow, fields: PersonalFields): Claim {
  return {
    id: row.id,
    reportNo: row.report_no,
    status: row.status,
    scenario: row.scenario,
    plate: fields.open('claims', 'plate_sealed', row.id, row.plate_sealed),
    injured: row.injured,
    occurredAt: row.occurred_at,
    reportedAt: row.reported_at,
    address: fields.open('claims', 'address_sealed', row.id, row.address_sealed),
    open: row.open,
    verified: row.verified,
  };
}

interface StepRow {
  claim_id: string;
  code: ClaimStatus;
  due_at: Date | null;
  done_at: Date | null;
  owner_id: string | null;
  role: StaffRole;
  name_sealed: Buffer;
  phone_sealed: Buffer;
}

const stepsOfClaims = `
  select t.claim_id, t.code, t.due_at, t.done_at, t.owner_id, s.role, s.name_sealed, s.phone_sealed
  from claim_steps t left join staff s on s.id = t.owner_id
  where t.claim_id = any ($1) order by t.claim_id, t.position`;

export async function loadSteps(
  db: Db,
  fields: PersonalFields,
  claimIds: readonly string[],
): Promise<Map<string, Step[]>> {
  const { rows } = await db.query<StepRow>(stepsOfClaims, [claimIds]);
  const steps = new Map<string, Step[]>(claimIds.map((id) => [id, []]));
  for (const row of rows) {
    const owner =
      row.owner_id === null
        ? null
        : {
            id: row.owner_id,
            role: row.role,
            name: fields.open('staff', 'name_sealed', row.owner_id, row.name_sealed),
            phone: fields.open('staff', 'phone_sealed', row.owner_id, row.phone_sealed),
          };
    steps.get(row.claim_id)?.push({ code: row.code, owner, dueAt: row.due_at, doneAt: row.done_at });
  }
  return steps;
}

const photosOfClaim = `
  select photo_id as "photoId", shot from claim_photos
  where claim_id = $1 and removed_at is null order by at, photo_id`;

export async function loadPhotos(db: Db, claimId: string): Promise<ReceivedPhoto[]> {
  const { rows } = await db.query<ReceivedPhoto>(photosOfClaim, [claimId]);
  return rows;
}
