import { notFound } from '../../../http/problem';
import type { CoreClaimDetail } from '../../../upstream/core/contract/claims';
import type { CoreDeps } from '../core-deps';
import { toClaimDetail } from './claim-rows';
import { claimColumns, claimOfSubject, loadPhotos, loadSteps, toClaim, type ClaimRow } from './claim-store';

const one = `select ${claimColumns} from claims c where c.id = $2 and ${claimOfSubject}`;

/** One claim with its steps, clocks and pictures. @throws Problem 404 for a foreign or unknown one */
export async function readClaim(deps: CoreDeps, subject: string, id: string): Promise<CoreClaimDetail> {
  const { rows } = await deps.pool.query<ClaimRow>(one, [subject, id]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这次报案');
  const [steps, photos] = await Promise.all([
    loadSteps(deps.pool, deps.fields, [id]),
    loadPhotos(deps.pool, id),
  ]);
  return toClaimDetail(toClaim(row, deps.fields), { steps: steps.get(id) ?? [], photos }, row.as_of, deps);
}
