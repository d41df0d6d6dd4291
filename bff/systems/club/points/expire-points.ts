import type { ClientBase } from 'pg';
import { inTransaction } from '../../../database/transaction';
import { lockOpenLots, takeFromLots, type Lot } from './lots';
import { postTransaction } from './post-transaction';
import type { Club } from '../club';

const NO_INPUT = Buffer.alloc(0);

const totalOf = (lots: readonly Lot[]) => lots.reduce((total, lot) => total + lot.left_points, 0);

const dayFormat = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' });

/**
 * Writes down what has run out. Whether a lot still counts is decided by the clock alone; this only makes the ledger say so, in the same transaction as
 * whatever reads or spends next. The lot is part of the request id, so nothing expires twice.
 */
export async function postExpired(client: ClientBase, accountId: string): Promise<void> {
  const { lots, now } = await lockOpenLots(client, accountId);
  for (const lot of lots.filter((candidate) => candidate.expires_at <= now)) {
    const transactionId = await postTransaction(client, {
      kind: 'expire',
      reason: `积分到期（有效期至 ${dayFormat.format(new Date(lot.expires_at.getTime() - 1))}）`,
      request: { scope: 'expiry', id: lot.id, inputHash: NO_INPUT },
      credit: 'points_expired',
      debit: accountId,
      points: totalOf([lot]),
    });
    await takeFromLots(client, [lot], { transactionId, points: lot.left_points });
  }
}

/** Before points are read: most of the time there is nothing to write, and then nothing is locked. */
export async function settleExpired(club: Club, memberId: string): Promise<void> {
  const { rows } = await club.pool.query<{ id: string }>(
    `select a.id from points_accounts a
     where a.member_id = $1 and exists (select 1 from points_lots l where l.account_id = a.id and l.left_points > 0 and l.expires_at <= now())`,
    [memberId],
  );
  const accountId = rows[0]?.id;
  if (accountId !== undefined) await inTransaction(club.pool, (client) => postExpired(client, accountId));
}
