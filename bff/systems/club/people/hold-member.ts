import type { ClientBase } from 'pg';
import { Problem } from '../../../http/problem';

/**
 * Keeps a member from being merged away or erased until the transaction ends: what is written for somebody who has just gone would belong to nobody.
 * Comes before any other lock, as in a merge.
 * @throws Problem 404 MEMBER_GONE
 */
export async function holdMember(client: ClientBase, memberId: string): Promise<void> {
  const { rowCount } = await client.query(
    'select 1 from members where id = $1 and merged_into is null and erased_at is null for share',
    [memberId],
  );
  if (rowCount !== 1) throw new Problem(404, 'MEMBER_GONE', '这个账户已不存在或已合并，请重新登录');
}
