import type { CorePolicySummary } from '../../../upstream/core/contract/policies';
import type { CoreDeps } from '../core-deps';
import { decodeCursor, toPage } from '../cursor';
import { policyOfSubject } from './owner';
import { policyColumns, statusOfPolicy, toPolicySummary, type PolicyRow } from './policy-rows';

interface Query {
  limit?: number;
  cursor?: string;
  status?: CorePolicySummary['status'];
}

const DEFAULT_LIMIT = 20;

const list = `
  select ${policyColumns}
  from policies p join vehicles v on v.id = p.vehicle_id
  where ${policyOfSubject('p', '$1')}
    and ($2::text is null or ${statusOfPolicy} = $2)
    and ($3::timestamptz is null or (p.ends_at, p.id) < ($3, $4))
  order by p.ends_at desc, p.id desc
  limit $5`;

/** The subject's policies, the one that ends last first: what is in force stands before what is over. */
export async function listPolicies(
  { pool, fields }: CoreDeps,
  subject: string,
  { limit = DEFAULT_LIMIT, cursor, status }: Query,
): Promise<{ items: CorePolicySummary[]; nextCursor: string | null }> {
  const position = decodeCursor(cursor);
  const { rows } = await pool.query<PolicyRow>(list, [
    subject,
    status ?? null,
    position?.at ?? null,
    position?.id ?? null,
    limit + 1,
  ]);
  const page = toPage(rows, limit, (row) => ({ at: row.ends_at, id: row.id }));
  return { items: page.rows.map((row) => toPolicySummary(row, fields)), nextCursor: page.nextCursor };
}
