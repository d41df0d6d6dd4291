import { notFound } from '../../../http/problem';
import type { CoreClaimDetail } from '../../../upstream/core/contract/claims';
import type { CoreDeps } from '../core-deps';
import { toClaimDetail } from './claim-rows';
import { claimColumns, claimOfSubject, loadPhotos, loadSteps, toClaim, type ClaimRow } from './claim-store';
import type { Db } from './db';
import { loadParts } from './load-parts';
import { loadWaits } from './load-waits';

const one = `select ${claimColumns} from claims c where c.id = $2 and ${claimOfSubject}`;
/** As its reporter sees it, for those who work on it. */
const any = `select ${claimColumns.replaceAll('$1', 'c.subject')} from claims c where c.id = $1`;

async function toDetail(deps: CoreDeps, db: Db, row: ClaimRow): Promise<CoreClaimDetail> {
  const claim = toClaim(row, deps.fields);
  const { id, injured } = claim;
  const now = row.as_of;
  const steps = (await loadSteps(db, deps.fields, [id])).get(id) ?? [];
  const photos = await loadPhotos(db, id);
  const waits = (await loadWaits(db, [id])).get(id);
  const listedAt = steps.find(({ code }) => code === 'papersListed')?.doneAt ?? null;
  const parts = await loadParts(deps, db, { id, injured, listedAt, now });
  return toClaimDetail(claim, { steps, photos, parts, ...(waits && { waits }) }, now, deps);
}

/** One claim with its steps, clocks and everything else. @throws Problem 404 for a foreign or unknown one */
export async function readClaim(
  deps: CoreDeps,
  subject: string,
  id: string,
  db: Db = deps.pool,
): Promise<CoreClaimDetail> {
  const { rows } = await db.query<ClaimRow>(one, [subject, id]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这次报案');
  return toDetail(deps, db, row);
}

export async function readAnyClaim(deps: CoreDeps, id: string, db: Db = deps.pool): Promise<CoreClaimDetail> {
  const { rows } = await db.query<ClaimRow>(any, [id]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这次报案');
  return toDetail(deps, db, row);
}
