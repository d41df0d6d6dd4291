import type { PoolClient } from 'pg';
import { inTransaction } from '../../../database/transaction';
import { toInstant } from '../../../http/instants';
import { notFound, Problem } from '../../../http/problem';
import type { MallCancellationAnswer } from '../../../upstream/club/contract';
import { VOUCHER_WHOLE } from '../benefits/voucher-states';
import type { Club } from '../club';
import { holdMember } from '../people/hold-member';
import { giveBackPoints } from '../points/give-back-points';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { readExchange } from './order-view';

interface Cancellation {
  memberId: string;
  orderId: string;
  request: WriteRequest;
}

interface ExchangeRow {
  item_id: string;
  quantity: number;
  title: string;
  points_transaction_id: string;
  cancelled: boolean;
}

async function readOwn(client: PoolClient, { memberId, orderId }: Cancellation): Promise<ExchangeRow> {
  const { rows } = await client.query<ExchangeRow>(
    `select mo.item_id, mo.quantity, i.title, mo.points_transaction_id, exists (select 1 from mall_cancellations mc where mc.order_id = o.id) as cancelled
     from orders o join mall_orders mo on mo.order_id = o.id join mall_items i on i.id = mo.item_id where o.id = $1 and o.member_id = $2`,
    [orderId, memberId],
  );
  if (!rows[0]) throw notFound('没有找到这次兑换');
  return rows[0];
}

const cancelGuard = `v.member_id = $2 and ${VOUCHER_WHOLE}`;

/**
 * $1 order · $2 member. The vouchers end only if all of them are whole and with their buyer; one that was used, given away or ran out keeps all.
 * Their rows are locked by then, so nothing changes between the question and the change.
 */
const revokeStatement = {
  name: 'club-mall-revoke',
  text: `
with ended as (
  update vouchers v set state = 'revoked', version = v.version + 1, presentation_seq = v.presentation_seq + 2
  where v.order_id = $1 and (select bool_and(${cancelGuard}) from vouchers v where v.order_id = $1)
  returning v.id, v.version, v.uses_left, v.amount_left_fen
)
insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen, cause_id)
select gen_random_uuid()::text, e.id, 'revoked', e.version, e.uses_left, e.amount_left_fen, $1 from ended e`,
};

async function endVouchers(client: PoolClient, { memberId, orderId }: Cancellation): Promise<void> {
  const { rowCount } = await client.query({ ...revokeStatement, values: [orderId, memberId] });
  if (rowCount === 0) {
    throw new Problem(409, 'EXCHANGE_NOT_CANCELLABLE', '券已经使用、转赠或过期，这次兑换不能取消');
  }
}

async function runCancellation(client: PoolClient, cancellation: Cancellation): Promise<void> {
  const { memberId, orderId, request } = cancellation;
  await holdMember(client, memberId);
  await client.query('select 1 from vouchers where order_id = $1 order by id for update', [orderId]);
  const exchange = await readOwn(client, cancellation);
  if (exchange.cancelled) throw new Problem(409, 'EXCHANGE_CANCELLED', '这次兑换已经取消过了，积分已退回');
  await endVouchers(client, cancellation);
  const { item_id: itemId, quantity } = exchange;
  await client.query('update mall_items set stock = stock + $2 where id = $1', [itemId, quantity]);
  await client.query('update mall_allowances set taken = taken - $3 where item_id = $1 and member_id = $2', [
    itemId,
    memberId,
    quantity,
  ]);
  const back = await giveBackPoints(client, {
    memberId,
    spentTransactionId: exchange.points_transaction_id,
    reason: `取消兑换：${exchange.title}`,
    request: { ...request, scope: 'exchangeBack', id: orderId },
  });
  await client.query(
    `insert into mall_cancellations (order_id, points_transaction_id, returned_until, balance_after_points, request_scope, request_id, input_hash)
     select $1, $2, $3, a.balance_points, $4, $5, $6 from points_accounts a where a.member_id = $7`,
    [orderId, back.transactionId, back.firstExpiry, request.scope, request.id, request.inputHash, memberId],
  );
}

interface CancelledRow {
  order_id: string;
  input_hash: Buffer;
  returned_until: Date;
  balance: number;
  points: number;
}

async function earlierCancellation(
  club: Club,
  request: WriteRequest,
): Promise<MallCancellationAnswer | undefined> {
  const { rows } = await club.pool.query<CancelledRow>(
    `select mc.order_id, mc.input_hash, mc.returned_until, mc.balance_after_points as balance, mo.quantity * mo.price_points as points
     from mall_cancellations mc join mall_orders mo on mo.order_id = mc.order_id where mc.request_scope = $1 and mc.request_id = $2`,
    [request.scope, request.id],
  );
  const row = rows[0];
  if (!row) return undefined;
  assertSameInput(row, request);
  return {
    order: await readExchange(club, row.order_id, { asPlaced: false }),
    pointsReturned: row.points,
    returnedUntil: toInstant(row.returned_until),
    balanceAfter: row.balance,
  };
}

/**
 * Takes an unused exchange back: the vouchers end, the points return with at least thirty days to live, the piece goes back on the shelf.
 * @throws Problem 404, 409 EXCHANGE_NOT_CANCELLABLE, EXCHANGE_CANCELLED, 422 IDEMPOTENCY_KEY_REUSED
 */
export async function cancelExchange(
  club: Club,
  { memberId, orderId, key }: { memberId: string; orderId: string; key: string },
): Promise<{ body: MallCancellationAnswer; replayed: boolean }> {
  const request = writeRequest(club, `cancellation:${memberId}`, { key, input: { orderId } });
  const earlier = await earlierCancellation(club, request);
  if (earlier) return { body: earlier, replayed: true };
  let refused: unknown;
  try {
    await inTransaction(club.pool, (client) => runCancellation(client, { memberId, orderId, request }));
  } catch (error) {
    const lost = error instanceof Problem && error.code === 'EXCHANGE_CANCELLED';
    if (!lost && brokenUniqueKey(error) === undefined) throw error;
    refused = error;
  }
  const done = await earlierCancellation(club, request);
  if (done) return { body: done, replayed: refused !== undefined };
  throw refused;
}
