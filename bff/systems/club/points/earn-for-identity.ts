import type { ClientBase } from 'pg';
import { everyIdOf } from '../people/earlier-selves';
import { earnByRule } from './award-points';

/**
 * 完善实名信息 is thanked for in the transaction that makes the member verified, and once a person: whoever was merged into this member has had it for both.
 * The caller holds the member's row, so two verifications at once come one after the other.
 */
export async function earnForIdentity(client: ClientBase, memberId: string): Promise<void> {
  const { rowCount } = await client.query(
    `select 1 from points_transactions where request_scope = 'rule:identity' and request_id = any ($1)`,
    [await everyIdOf(client, memberId)],
  );
  if (rowCount !== 0) return;
  await earnByRule(client, { memberId, rule: 'identity', occasion: memberId, inputHash: Buffer.alloc(0) });
}
