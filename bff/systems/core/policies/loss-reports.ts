import type { PoolClient } from 'pg';
import { notFound, Problem } from '../../../http/problem';
import type { LostItem } from '../../../upstream/core/contract/policy-services';
import { policyOfSubject } from './owner';
import { statusOfPolicy } from './policy-rows';
import type { NewRecord, RecordRow } from './service-records';

/**
 * 挂失: the paper, mark or card is void from now on; the cover is not touched. @throws Problem 409 when the policy is over
 * or this is reported already
 */
export async function reportLoss(
  client: PoolClient,
  { subject, policyId, item }: { subject: string; policyId: string; item: LostItem },
): Promise<NewRecord> {
  const { rows } = await client.query<{ status: string; lost: boolean }>(
    `select ${statusOfPolicy} as status, exists (select 1 from service_records r
       where r.policy_id = p.id and r.item = $3 and r.kind = 'lossReport' and r.open) as lost
     from policies p where p.id = $2 and ${policyOfSubject('p', '$1')} for update of p`,
    [subject, policyId, item],
  );
  const row = rows[0];
  if (!row) throw notFound('没有找到这份保单');
  if (row.status === 'expired' || row.status === 'cancelled') {
    throw new Problem(409, 'POLICY_ENDED', '这份保单已经结束，不用挂失');
  }
  if (row.lost) throw new Problem(409, 'ALREADY_LOST', '这一样已经挂失了，可以在办理记录里取消');
  return { policyId, kind: 'lossReport', item, content: { changes: [], policies: 1 } };
}

/** 取消挂失: found again, so it holds again. */
export const cancelLoss = (record: RecordRow): NewRecord => ({
  policyId: record.policy_id,
  kind: 'lossCancelled',
  ...(record.item && { item: record.item }),
  undoes: record.id,
  content: { changes: [], policies: 1 },
});
