import { inTransaction } from '../../../database/transaction';
import { notFound, Problem } from '../../../http/problem';
import type { Club } from '../club';

/**
 * The giver changes their mind. Taking back what has lapsed or was taken back before changes nothing and is fine.
 * @throws Problem 404 for another's, 409 TRANSFER_ALREADY_ACCEPTED
 */
export async function takeBack(club: Club, memberId: string, transferId: string): Promise<void> {
  await inTransaction(club.pool, async (client) => {
    await client.query(
      'select 1 from vouchers where id = (select voucher_id from transfers where id = $1 and giver_id = $2) for update',
      [transferId, memberId],
    );
    await client.query(
      `update transfers set state = 'takenBack', taken_back_at = now() where id = $1 and giver_id = $2 and state = 'offered'`,
      [transferId, memberId],
    );
    const { rows } = await client.query<{ state: string }>(
      'select state from transfers where id = $1 and giver_id = $2',
      [transferId, memberId],
    );
    if (!rows[0]) throw notFound('没有找到这次转赠');
    if (rows[0].state === 'accepted') {
      throw new Problem(409, 'TRANSFER_ALREADY_ACCEPTED', '对方已经领走了，不能再收回');
    }
  });
}
