import type { CoreClaimSummary } from '../../../upstream/core/contract/claims';
import type { CoreDeps } from '../core-deps';
import { decodeCursor, toPage } from '../cursor';
import { toClaimSummary } from './claim-rows';
import { loadWaits, noWaits } from './load-waits';
import { claimColumns, claimOfSubject, loadSteps, toClaim, type ClaimRow } from './claim-store';

interface Query {
  limit?: number;
  cursor?: string;
  open?: 'true' | 'false';
}

const DEFAULT_LIMIT = 20;

const list = `
  select ${claimColumns} from claims c
  where ${claimOfSubject}
    and ($2::boolean is null or c.open = $2)
    and ($3::timestamptz is null or (c.reported_at, c.id) < ($3, $4))
  order by c.reported_at desc, c.id desc
  limit $5`;

/** The subject's own reports and those on the subject's policies, newest first. */
export async function listClaims(
  deps: CoreDeps,
  subject: string,
  { limit = DEFAULT_LIMIT, cursor, open }: Query,
): Promise<{ items: CoreClaimSummary[]; nextCursor: string | null }> {
  const position = decodeCursor(cursor);
  const { rows } = await deps.pool.query<ClaimRow>(list, [
    subject,
    open === undefined ? null : open === 'true',
    position?.at ?? null,
    position?.id ?? null,
    limit + 1,
  ]);
  const page = toPage(rows, limit, (row) => ({ at: row.reported_at, id: row.id }));
  const ids = page.rows.map(({ id }) => id);
  const steps = await loadSteps(deps.pool, deps.fields, ids);
  const waits = await loadWaits(deps.pool, ids);
  return {
    items: page.rows.map((row) =>
      toClaimSummary(
        toClaim(row, deps.fields),
        { steps: steps.get(row.id) ?? [], waits: waits.get(row.id) ?? noWaits },
        row.as_of,
        deps,
      ),
    ),
    nextCursor: page.nextCursor,
  };
}
