import type { ClientBase } from 'pg';
import { postExpired } from './expire-points';
import { lockOpenLots, openLot, takeFromLots } from './lots';
import { memberAccount } from './member-account';
import { postTransaction } from './post-transaction';

/** When two members become one, the points follow with the days they run out on. */
export async function movePoints(
  client: ClientBase,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from points_accounts where member_id = $1', [
    from,
  ]);
  const source = rows[0]?.id;
  if (source === undefined) return;
  await postExpired(client, source);
  const { lots } = await lockOpenLots(client, source);
  const target = await memberAccount(client, into);
  const points = lots.reduce((total, lot) => total + lot.left_points, 0);
  if (points === 0) return;
  const transactionId = await postTransaction(client, {
    kind: 'move',
    reason: '账户合并转入',
    request: { scope: 'merge', id: from, inputHash: Buffer.alloc(0) },
    credit: target,
    debit: source,
    points,
  });
  await takeFromLots(client, lots, { transactionId, points });
  for (const lot of lots) {
    await openLot(client, {
      accountId: target,
      transactionId,
      points: lot.left_points,
      earnedAt: lot.earned_at,
      expiresAt: lot.expires_at,
    });
  }
}
