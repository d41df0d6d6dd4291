import type { ClientBase } from 'pg';
import type { WriteRequest } from '../requests';
import { openLot } from './lots';
import { memberAccount } from './member-account';
import { postTransaction } from './post-transaction';

/** Whoever gets points back has at least so long to use them; rounded up to a second, because clocks of two precisions meet here. */
const LEAST_DAYS = 30;

interface Allocation {
  points: number;
  now: Date;
  expires_at: Date;
}

/**
 * Gives back what a spending took, lot by lot, each with its own last day or thirty days from now, whichever is later. A transaction is given back once:
 * the caller's row, with the spending as its unique key, sees to that.
 */
export async function giveBackPoints(
  client: ClientBase,
  back: { memberId: string; spentTransactionId: string; reason: string; request: WriteRequest },
): Promise<{ transactionId: string; points: number; firstExpiry: Date }> {
  const { rows } = await client.query<Allocation>(
    `select al.points, now() as now, greatest(l.expires_at, date_trunc('second', now()) + make_interval(days => ${String(LEAST_DAYS)}, secs => 1)) as expires_at
     from points_allocations al join points_lots l on l.id = al.lot_id where al.transaction_id = $1 order by l.expires_at, l.id`,
    [back.spentTransactionId],
  );
  const [first] = rows;
  if (!first) throw new Error('a spending that took from no lot');
  const points = rows.reduce((total, row) => total + row.points, 0);
  const accountId = await memberAccount(client, back.memberId);
  const transactionId = await postTransaction(client, {
    kind: 'giveBack',
    reason: back.reason,
    request: back.request,
    credit: accountId,
    debit: 'points_spent',
    points,
  });
  for (const row of rows) {
    await openLot(client, {
      accountId,
      transactionId,
      points: row.points,
      earnedAt: row.now,
      expiresAt: row.expires_at,
    });
  }
  return { transactionId, points, firstExpiry: first.expires_at };
}
