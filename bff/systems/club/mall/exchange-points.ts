import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { inTransaction } from '../../../database/transaction';
import { notFound, Problem } from '../../../http/problem';
import type { mallOrderRequest, MallOrderAnswer } from '../../../upstream/club/contract';
import { prepareVouchers } from '../benefits/prepare-vouchers';
import type { Club } from '../club';
import { holdMember } from '../people/hold-member';
import { spendPoints } from '../points/spend-points';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { limitStatement, stockStatement, vouchersStatement } from './exchange-statements';
import { readExchange } from './order-view';

type Wanted = z.infer<typeof mallOrderRequest>;

interface Exchange {
  memberId: string;
  wanted: Wanted;
  request: WriteRequest;
}

interface Item {
  id: string;
  title: string;
  price_points: number;
  stock: number;
  state: string;
  limit_per_member: number | null;
}

async function readItem(client: PoolClient, itemId: string): Promise<Item> {
  const { rows } = await client.query<Item>(
    `select i.id, i.title, i.price_points, i.stock, case when sv.state = 'active' then i.state else 'paused' end as state, i.limit_per_member
     from mall_items i join services sv on sv.id = i.service_id where i.id = $1`,
    [itemId],
  );
  if (!rows[0]) throw notFound('没有找到这件商品');
  return rows[0];
}

/** Says at once what cannot succeed; the statements below decide again for whoever passes. */
function assertAvailable(item: Item, { quantity, pricePoints }: Wanted): void {
  if (item.state !== 'onSale') throw new Problem(409, 'ITEM_NOT_ON_SALE', '这件商品暂时不能兑换');
  if (pricePoints !== undefined && pricePoints !== item.price_points) {
    throw new Problem(409, 'PRICE_CHANGED', '所需积分有变化，请看清后再兑换', {
      members: { pricePoints: item.price_points },
    });
  }
  if (item.stock < quantity) {
    throw new Problem(409, 'OUT_OF_STOCK', item.stock === 0 ? '已经兑完了' : '剩下的不够了', {
      members: { stock: item.stock },
    });
  }
}

async function takeAllowance(client: PoolClient, item: Item, { memberId, wanted }: Exchange): Promise<void> {
  const { rowCount } = await client.query({
    ...limitStatement,
    values: [item.id, memberId, wanted.quantity],
  });
  if (rowCount === 1) return;
  throw new Problem(409, 'LIMIT_REACHED', `这件商品每人最多兑换 ${String(item.limit_per_member)} 份`, {
    members: { limitPerMember: item.limit_per_member },
  });
}

async function takeStock(client: PoolClient, item: Item, wanted: Wanted): Promise<void> {
  const values = [item.id, wanted.quantity, item.price_points];
  const { rowCount } = await client.query({ ...stockStatement, values });
  if (rowCount === 1) return;
  assertAvailable(await readItem(client, item.id), { ...wanted, pricePoints: item.price_points });
  throw new Problem(503, 'BUSY', '现在用的人多，这一次什么都没有改动。', { retryAfterSeconds: 1 });
}

async function issueVouchers(
  club: Club,
  client: PoolClient,
  exchange: Exchange & { orderId: string },
): Promise<void> {
  const { memberId, wanted, orderId } = exchange;
  const line = { position: 1, quantity: wanted.quantity, vehicle_bound: false };
  const made = prepareVouchers(club, [line], null);
  const values = [
    orderId,
    wanted.itemId,
    memberId,
    made.ids,
    made.sealedCodes,
    made.codeIndexes,
    made.eventIds,
  ];
  await client.query({ ...vouchersStatement, values });
}

/**
 * Member, order, stock, allowance, points: every exchange locks in this order. The stock comes before the points, so that whoever is too late waits for one
 * row and is told, instead of moving points that come back.
 */
async function runExchange(club: Club, client: PoolClient, exchange: Exchange): Promise<string> {
  const { memberId, wanted, request } = exchange;
  await holdMember(client, memberId);
  const item = await readItem(client, wanted.itemId);
  const orderId = uuidv7();
  const times = wanted.quantity > 1 ? ` ×${String(wanted.quantity)}` : '';
  await client.query(
    `insert into orders (id, member_id, kind, title, request_scope, request_id, input_hash) values ($1, $2, 'exchange', $3, $4, $5, $6)`,
    [orderId, memberId, `积分兑换：${item.title}${times}`, request.scope, request.id, request.inputHash],
  );
  assertAvailable(item, wanted);
  await takeStock(client, item, wanted);
  await takeAllowance(client, item, exchange);
  const spentId = await spendPoints(client, {
    memberId,
    points: item.price_points * wanted.quantity,
    reason: `兑换：${item.title}${times}`,
    request,
  });
  await client.query(
    `insert into mall_orders (order_id, item_id, quantity, price_points, points_transaction_id, balance_after_points)
     select $1, $2, $3, $4, $5, e.balance_after_points from points_entries e join points_accounts a on a.id = e.account_id and a.kind = 'member'
     where e.transaction_id = $5`,
    [orderId, item.id, wanted.quantity, item.price_points, spentId],
  );
  await issueVouchers(club, client, { ...exchange, orderId });
  return orderId;
}

async function exchangeAnswer(club: Club, orderId: string): Promise<MallOrderAnswer> {
  const { rows } = await club.pool.query<{ balance: number }>(
    'select balance_after_points as balance from mall_orders where order_id = $1',
    [orderId],
  );
  if (!rows[0]) throw new Error('an order without its exchange');
  const order = await readExchange(club, orderId, { asPlaced: true });
  return { order, vouchers: order.vouchers, balanceAfter: rows[0].balance };
}

async function earlierExchange(club: Club, request: WriteRequest): Promise<MallOrderAnswer | undefined> {
  const { rows } = await club.pool.query<{ id: string; input_hash: Buffer }>(
    'select id, input_hash from orders where request_scope = $1 and request_id = $2',
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return exchangeAnswer(club, rows[0].id);
}

/**
 * Points become vouchers: points, stock, allowance, order and vouchers change together or not at all.
 * @throws Problem 404, 409 POINTS_NOT_ENOUGH, OUT_OF_STOCK, LIMIT_REACHED, PRICE_CHANGED, ITEM_NOT_ON_SALE, 422 IDEMPOTENCY_KEY_REUSED
 */
export async function exchangePoints(
  club: Club,
  { memberId, key, wanted }: { memberId: string; key: string; wanted: Wanted },
): Promise<{ body: MallOrderAnswer; replayed: boolean }> {
  const request = writeRequest(club, `exchange:${memberId}`, { key, input: wanted });
  const earlier = await earlierExchange(club, request);
  if (earlier) return { body: earlier, replayed: true };
  try {
    const orderId = await inTransaction(club.pool, (client) =>
      runExchange(club, client, { memberId, wanted, request }),
    );
    return { body: await exchangeAnswer(club, orderId), replayed: false };
  } catch (error) {
    if (brokenUniqueKey(error) !== 'orders_request') throw error;
    const winner = await earlierExchange(club, request);
    if (winner) return { body: winner, replayed: true };
    throw error;
  }
}
