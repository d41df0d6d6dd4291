import {
  clubOrderList,
  clubPoints,
  clubPointsEntryList,
  clubVoucherDetail,
  mallCancellationAnswer,
  mallItemAnswer,
  mallItemList,
  mallOrderAnswer,
} from '../../../../bff/upstream/club/contract';
import type { Actor } from '../../../../bff/http/service-token';
import { actors } from './actors';
import { counterSteps } from './counter-steps';
import { isReplay, newKey, parse, refusalOf, startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

const counter = counterSteps(() => club);
const DAY_MS = 86_400_000;

const exchange = (wanted: Record<string, unknown>, { as = actors.member as Actor, key = newKey() } = {}) =>
  club.send('POST', '/mall/orders', { as, key, body: { quantity: 1, ...wanted } });
const exchanged = async (itemId: string) => parse(await exchange({ itemId }), mallOrderAnswer);
const cancel = (orderId: string, { as = actors.member as Actor, key = newKey() } = {}) =>
  club.send('POST', `/mall/orders/${orderId}/cancellation`, { as, key });
const balance = async () => (await club.read('/points', actors.member, clubPoints)).balance;
const item = async (id: string) =>
  (await club.read('/mall/items?limit=100', actors.member, mallItemList)).items.find((one) => one.id === id);

describe('the mall', () => {
  it('shows what points can become, page by page and by service, with what is left for me', async () => {
    const all = await club.read('/mall/items?limit=100', actors.member, mallItemList);
    expect(all.items).toHaveLength(10);
    expect(all.balance).toBe(3260);
    expect(await item('itm_wash')).toMatchObject({ limitPerMember: 4, leftForYou: 3, stock: 499, uses: 1 });
    const first = await club.read('/mall/items?limit=3', actors.member, mallItemList);
    const rest = await club.read(
      `/mall/items?limit=100&cursor=${first.nextCursor ?? ''}`,
      actors.member,
      mallItemList,
    );
    expect([...first.items, ...rest.items]).toEqual(all.items);
    const fuel = await club.read('/mall/items?service=fuel', actors.member, mallItemList);
    expect(fuel.items.map(({ id }) => id)).toEqual(['itm_fuel']);
  });

  it('shows one thing by itself, and nothing that is not on sale', async () => {
    const { item: tyre, balance: left } = await club.read(
      '/mall/items/itm_tyre',
      actors.member,
      mallItemAnswer,
    );
    expect(tyre).toEqual(await item('itm_tyre'));
    expect(left).toBe(await balance());
    await club.pool.query(`update mall_items set state = 'paused' where id = 'itm_tyre'`);
    for (const id of ['itm_tyre', 'itm_nothing']) {
      const reply = await club.send('GET', `/mall/items/${id}`, { as: actors.member });
      expect(refusalOf(reply)).toEqual([404, 'NOT_FOUND']);
    }
    await club.pool.query(`update mall_items set state = 'onSale' where id = 'itm_tyre'`);
  });

  it('exchanges points for a voucher, once a request, and takes an unused one back', async () => {
    const before = await balance();
    const key = newKey();
    const both = await Promise.all([1, 2].map(() => exchange({ itemId: 'itm_tyre' }, { key })));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]?.text).toBe(both[1]?.text);
    const { order, vouchers, balanceAfter } = parse(both[0] as never, mallOrderAnswer);
    expect([balanceAfter, await balance()]).toEqual([before - 300, before - 300]);
    expect(order.exchange).toMatchObject({ pointsSpent: 300, state: 'done', cancellable: true });
    expect(vouchers[0]).toMatchObject({ basis: 'points', state: 'active' });
    expect(refusalOf(await exchange({ itemId: 'itm_wash' }, { key }))).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    const orders = await club.read('/orders', actors.member, clubOrderList);
    expect(orders.items[0]).toMatchObject({ id: order.id, kind: 'exchange' });
    expect(refusalOf(await cancel(order.id, { as: actors.elder }))).toEqual([404, 'NOT_FOUND']);
    const cancelKey = newKey();
    const cancelled = await cancel(order.id, { key: cancelKey });
    const answer = parse(cancelled, mallCancellationAnswer);
    expect(answer).toMatchObject({ pointsReturned: 300, balanceAfter: before });
    expect(answer.order.exchange).toMatchObject({ state: 'cancelled', cancellable: false });
    expect(answer.order.vouchers[0]?.state).toBe('revoked');
    const again = await cancel(order.id, { key: cancelKey });
    expect([again.status, again.text, isReplay(again)]).toEqual([201, cancelled.text, true]);
    expect(refusalOf(await cancel(order.id))).toEqual([409, 'EXCHANGE_CANCELLED']);
    expect((await exchange({ itemId: 'itm_tyre' }, { key })).text).toBe(both[0]?.text);
    expect(await balance()).toBe(before);
    expect(await item('itm_tyre')).toMatchObject({ stock: 400 });
    const { items } = await club.read('/points/entries?limit=2', actors.member, clubPointsEntryList);
    expect(items.map(({ kind, points }) => [kind, points])).toEqual([
      ['giveBack', 300],
      ['spend', -300],
    ]);
  });

  it('gives points back with at least thirty days to live', async () => {
    const { order } = parse(await exchange({ itemId: 'itm_tyre' }, { as: actors.elder }), mallOrderAnswer);
    await club.pool.query('alter table points_lots disable trigger fixed');
    await club.pool.query(
      `update points_lots l set expires_at = now() + interval '1 hour' from points_allocations al
       join mall_orders mo on mo.points_transaction_id = al.transaction_id where al.lot_id = l.id and mo.order_id = $1`,
      [order.id],
    );
    await club.pool.query('alter table points_lots enable trigger fixed');
    const { returnedUntil } = parse(await cancel(order.id, { as: actors.elder }), mallCancellationAnswer);
    expect(Date.parse(returnedUntil)).toBeGreaterThan(Date.now() + 30 * DAY_MS - 60_000);
  });

  it('keeps what was used, given away or has run out', async () => {
    const used = await exchanged('itm_tyre');
    const usedId = used.vouchers[0]?.id ?? '';
    const { code } = await club.read(`/vouchers/${usedId}`, actors.member, clubVoucherDetail);
    await club.pool.query(
      `insert into merchant_services (merchant_id, service_id, settlement_rule, settlement_price_fen) values ('mch_quancheng', 'svc_tyre', 'price', 1000)`,
    );
    await club.pool.query(
      `insert into store_services (store_id, merchant_id, service_id) values ('sto_quancheng_jingshi', 'mch_quancheng', 'svc_tyre')`,
    );
    await counter.redeemed({ code });
    expect(refusalOf(await cancel(used.order.id))).toEqual([409, 'EXCHANGE_NOT_CANCELLABLE']);
    const lapsed = await exchanged('itm_tyre');
    await club.pool.query('update vouchers set valid_until = now() where id = $1', [
      lapsed.vouchers[0]?.id ?? '',
    ]);
    expect(refusalOf(await cancel(lapsed.order.id))).toEqual([409, 'EXCHANGE_NOT_CANCELLABLE']);
    const { items } = await club.read('/orders?limit=100', actors.member, clubOrderList);
    const seen = items.filter(({ id }) => [used.order.id, lapsed.order.id].includes(id));
    expect(seen.map((order) => order.exchange?.cancellable)).toEqual([false, false]);
  });

  it('refuses what is too expensive, sold out, over the limit, unknown, paused, or priced anew; nothing is spent', async () => {
    const before = await balance();
    const refused = async (wanted: Record<string, unknown>) => refusalOf(await exchange(wanted));
    expect(await refused({ itemId: 'itm_health' })).toEqual([409, 'POINTS_NOT_ENOUGH']);
    expect(await refused({ itemId: 'itm_airport_lounge' })).toEqual([409, 'OUT_OF_STOCK']);
    expect(await refused({ itemId: 'itm_winter_check', quantity: 2 })).toEqual([409, 'LIMIT_REACHED']);
    expect(await refused({ itemId: 'itm_nothing' })).toEqual([404, 'NOT_FOUND']);
    expect(await refused({ itemId: 'itm_tyre', pricePoints: 299 })).toEqual([409, 'PRICE_CHANGED']);
    await club.pool.query(`update mall_items set state = 'paused' where id = 'itm_paperwork'`);
    expect(await refused({ itemId: 'itm_paperwork' })).toEqual([409, 'ITEM_NOT_ON_SALE']);
    for (const wanted of [
      { itemId: 'itm_tyre', quantity: 0 },
      { itemId: 'itm_tyre', quantity: 11 },
      { itemId: 'itm_tyre', quantity: 1.5 },
      { itemId: 'itm_tyre', points: 1 },
      { quantity: 1 },
    ]) {
      expect(await refused(wanted)).toEqual([422, 'INVALID_INPUT']);
    }
    expect(await balance()).toBe(before);
  });
});
