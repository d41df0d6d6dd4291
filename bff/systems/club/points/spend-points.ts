import type { ClientBase } from 'pg';
import { Problem } from '../../../http/problem';
import type { WriteRequest } from '../requests';
import { postExpired } from './expire-points';
import { lockOpenLots, takeFromLots } from './lots';
import { memberAccount } from './member-account';
import { postTransaction } from './post-transaction';

export interface Spending {
  memberId: string;
  points: number;
  reason: string;
  request: WriteRequest;
  /** Only for demo data: the moment it counts as having happened. */
  at?: Date;
}

/**
 * Takes from the lots that have not run out at that moment, first to run out first. What has run out is posted in the same transaction.
 * @returns the id of the spending, by which it can be given back
 * @throws Problem 409 POINTS_NOT_ENOUGH
 */
export async function spendPoints(client: ClientBase, spending: Spending): Promise<string> {
  const accountId = await memberAccount(client, spending.memberId);
  if (spending.at === undefined) await postExpired(client, accountId);
  const { lots } = await lockOpenLots(client, accountId);
  const available = lots.reduce((total, lot) => total + lot.left_points, 0);
  if (available < spending.points) {
    const missing = spending.points - available;
    throw new Problem(409, 'POINTS_NOT_ENOUGH', `积分不够，还差 ${String(missing)} 分`, {
      members: { missing },
    });
  }
  const transactionId = await postTransaction(client, {
    kind: 'spend',
    reason: spending.reason,
    request: spending.request,
    credit: 'points_spent',
    debit: accountId,
    points: spending.points,
    at: spending.at,
  });
  await takeFromLots(client, lots, { transactionId, points: spending.points });
  return transactionId;
}
