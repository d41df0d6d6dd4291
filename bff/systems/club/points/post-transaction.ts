import type { ClientBase } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { WriteRequest } from '../requests';

export type PointsKind = 'earn' | 'spend' | 'expire' | 'giveBack' | 'move';

export interface Posting {
  kind: PointsKind;
  /** What the member reads. */
  reason: string;
  request: WriteRequest;
  /** What it was earned by. */
  rule?: { code: string; version: number } | undefined;
  /** The account that gains, and the one that loses as much. */
  credit: string;
  debit: string;
  points: number;
  /** Only for what happened before it is written down (demo data). */
  at?: Date;
}

/**
 * One transaction with its two entries and the balances moved along. The account rows are locked by their updates, in the order of their ids; a member's
 * balance that would fall below zero breaks a CHECK and with it the whole transaction.
 */
export async function postTransaction(client: ClientBase, posting: Posting): Promise<string> {
  const id = uuidv7();
  const { request } = posting;
  const at = posting.at ?? null;
  await client.query(
    `insert into points_transactions (id, kind, reason, request_scope, request_id, input_hash, at, rule_code, rule_version)
     values ($1, $2, $3, $4, $5, $6, coalesce($7, now()), $8, $9)`,
    [
      id,
      posting.kind,
      posting.reason,
      request.scope,
      request.id,
      request.inputHash,
      at,
      posting.rule?.code ?? null,
      posting.rule?.version ?? null,
    ],
  );
  const sides = [
    { account: posting.credit, points: posting.points },
    { account: posting.debit, points: -posting.points },
  ].sort((a, b) => (a.account < b.account ? -1 : 1));
  for (const side of sides) {
    await client.query(
      `with moved as (
         update points_accounts set balance_points = balance_points + $3 where id = $2 returning id, balance_points
       )
       insert into points_entries (transaction_id, account_id, points, balance_after_points, at)
       select $1, id, $3, balance_points, coalesce($4, now()) from moved`,
      [id, side.account, side.points, at],
    );
  }
  return id;
}
