import { notFound } from '../../../http/problem';
import { normalisePlate } from '../../../identifiers';
import type { CoreClaimReport } from '../../../upstream/core/contract/claims';
import type { CoreDeps } from '../core-deps';
import { policyOfSubject } from '../policies/owner';

export interface Cover {
  plate: string;
  /** At most one compulsory and one commercial policy. */
  policyIds: string[];
  /** One of them is the reporter's own. */
  verified: boolean;
  branchId: string | null;
}

const plateOfPolicy = `
  select v.id, v.plate_sealed from policies p join vehicles v on v.id = p.vehicle_id
  where p.id = $2 and ${policyOfSubject('p', '$1')}`;

const inForce = `
  select distinct on (p.product) p.id, p.branch_id, ${policyOfSubject('p', '$1')} as own
  from policies p join vehicles v on v.id = p.vehicle_id
  where v.plate_index = $2 and p.starts_at <= $3 and $3 < p.ends_at
    and (p.cancelled_at is null or p.cancelled_at > $3)
  order by p.product, p.starts_at desc`;

async function plateOf(
  { pool, fields }: CoreDeps,
  subject: string,
  report: CoreClaimReport,
): Promise<string> {
  if (report.policyId === undefined) return normalisePlate(report.plate ?? '');
  const { rows } = await pool.query<{ id: string; plate_sealed: Buffer }>(plateOfPolicy, [
    subject,
    report.policyId,
  ]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这份保单');
  return fields.open('vehicles', 'plate_sealed', row.id, row.plate_sealed);
}

/**
 * The policies in force when it happened, by the car's plate. Found or not, the reporter's or somebody else's: the same
 * statements run and nothing is refused, so that nobody learns whether a stranger's plate is insured.
 * @throws Problem 404 for a policy that is not the subject's
 */
export async function findCover(deps: CoreDeps, subject: string, report: CoreClaimReport): Promise<Cover> {
  const plate = await plateOf(deps, subject, report);
  const { rows } = await deps.pool.query<{ id: string; branch_id: string; own: boolean }>(inForce, [
    subject,
    deps.fields.plateIndex(plate),
    report.occurredAt,
  ]);
  const own = rows.find((row) => row.own);
  return {
    plate,
    policyIds: rows.map(({ id }) => id),
    verified: own !== undefined,
    branchId: own?.branch_id ?? null,
  };
}
