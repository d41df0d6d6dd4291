import type { ClientBase } from 'pg';
import { uuidv7 } from 'uuidv7';

export interface Lot {
  id: string;
  left_points: number;
  earned_at: Date;
  expires_at: Date;
}

/** Objects rather than strings, so that a test can take the locks out and show that the races then go wrong. */
export const lockAccountStatement = {
  text: 'select now() as now from points_accounts where id = $1 for update',
};

export const openLotsStatement = {
  text: `select id, left_points, earned_at, expires_at from points_lots
     where account_id = $1 and left_points > 0 order by expires_at, earned_at, id for update`,
};

/** Locks the account and gives its open lots, first to run out first. With the account locked, nobody else spends from them. */
export async function lockOpenLots(
  client: ClientBase,
  accountId: string,
): Promise<{ lots: Lot[]; now: Date }> {
  const locked = await client.query<{ now: Date }>(lockAccountStatement.text, [accountId]);
  const { rows } = await client.query<Lot>(openLotsStatement.text, [accountId]);
  return { lots: rows, now: locked.rows[0]?.now ?? new Date(0) };
}

export async function openLot(
  client: ClientBase,
  lot: { accountId: string; transactionId: string; points: number; earnedAt: Date; expiresAt: Date },
): Promise<void> {
  await client.query(
    `insert into points_lots (id, account_id, transaction_id, points, left_points, earned_at, expires_at) values ($1, $2, $3, $4, $4, $5, $6)`,
    [uuidv7(), lot.accountId, lot.transactionId, lot.points, lot.earnedAt, lot.expiresAt],
  );
}

/** Takes from the lots in their order. The caller has made sure that they hold enough. */
export async function takeFromLots(
  client: ClientBase,
  lots: readonly Lot[],
  { transactionId, points }: { transactionId: string; points: number },
): Promise<void> {
  let missing = points;
  for (const lot of lots) {
    const taken = Math.min(missing, lot.left_points);
    if (taken === 0) break;
    await client.query('update points_lots set left_points = left_points - $2 where id = $1', [
      lot.id,
      taken,
    ]);
    await client.query(
      'insert into points_allocations (lot_id, transaction_id, points) values ($1, $2, $3)',
      [lot.id, transactionId, taken],
    );
    missing -= taken;
  }
  if (missing > 0) throw new Error('the lots hold fewer points than the balance says');
}
