import { randomUUID } from 'node:crypto';
import { badInputs } from '../bad-input';
import { anonymous } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Exchanged {
  order: { id: string; exchange: { state: string } };
  balanceAfter: number;
}

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

const balance = async () => (await product.member.get<{ balance: number }>('/points')).body.balance;

describe('the mall', () => {
  test('turns points into a voucher once, after a lost answer too, and takes an unused one back', async () => {
    const before = await balance();
    const key = randomUUID();
    const wanted = { itemId: 'itm_tyre', quantity: 1, pricePoints: 300 };
    product.club.break('answerLost', { method: 'POST', path: /orders$/ });
    expect((await product.member.post('/mall/orders', wanted, key)).body.code).toBe('OUTCOME_UNKNOWN');
    product.club.heal();
    const found = await product.member.post<Exchanged>('/mall/orders', wanted, key);
    expect([found.status, found.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect([found.body.balanceAfter, await balance()]).toEqual([before - 300, before - 300]);
    const orders = await product.member.get<{ items: { id: string; kind: string }[] }>('/orders');
    expect(orders.body.items[0]).toMatchObject({ id: found.body.order.id, kind: 'exchange' });
    const path = `/mall/orders/${found.body.order.id}/cancellation`;
    expect((await product.other.post(path)).status).toBe(404);
    const back = await product.member.post<Exchanged>(path);
    expect([back.status, back.body.order.exchange.state]).toEqual([201, 'cancelled']);
    expect(await balance()).toBe(before);
    const twice = await product.member.post(path);
    expect([twice.status, twice.body.detail]).toEqual([409, '这次兑换已经取消过了，积分已退回']);
  });

  test('says in words what stands in the way, and that nothing was taken', async () => {
    const poor = await product.member.post('/mall/orders', { itemId: 'itm_health', quantity: 1 });
    expect([poor.status, poor.body.code]).toEqual([409, 'POINTS_NOT_ENOUGH']);
    expect(poor.body.detail).toMatch(/^积分不够，还差 \d+ 积分。没有扣积分$/);
    const gone = await product.member.post('/mall/orders', { itemId: 'itm_airport_lounge', quantity: 1 });
    expect(gone.body.detail).toBe('已经兑完了，没有扣积分');
    const many = await product.member.post('/mall/orders', { itemId: 'itm_winter_check', quantity: 2 });
    expect(many.body.detail).toBe('每人最多兑换 1 份，没有扣积分');
    expect((await anonymous(product.stack).get('/mall/items')).status).toBe(401);
  });

  test.each(badInputs)('refuses %s', async (_name, status, code, sending) => {
    const body = { itemId: 'itm_tyre', quantity: 1 };
    const reply = await product.member.send(
      'POST',
      '/mall/orders',
      sending({ path: '/mall/orders', body, required: 'itemId' }),
    );
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('stays in sight while the club is away', async () => {
    await product.member.get('/mall/items');
    await product.member.get('/mall/items/itm_tyre');
    product.club.break('away');
    expect((await product.member.get('/mall/items')).body).toMatchObject({ stale: true });
    expect((await product.member.get('/mall/items/itm_tyre')).body).toMatchObject({
      stale: true,
      item: { id: 'itm_tyre' },
    });
  });
});

describe('earning', () => {
  test('signs in once a day, shows the year and the ways to earn, and the catalogue', async () => {
    const first = await product.member.post<{ points: number; balance: number }>('/points/sign-ins');
    expect([first.status, first.body.points]).toEqual([201, 5]);
    const again = await product.member.post<{ balance: number }>('/points/sign-ins', {});
    expect([again.headers.get('idempotent-replayed'), again.body.balance]).toEqual([
      'true',
      first.body.balance,
    ]);
    const year = await product.member.get<{ months: { balanceAfter: number }[] }>('/points/months');
    expect(year.body.months[11]?.balanceAfter).toBe(await balance());
    const ways = await product.member.get<{ items: { code: string }[] }>('/points/rules');
    const codes = ['identity', 'noClaimYear', 'policyStart', 'referral', 'signIn', 'signInWeek', 'survey'];
    expect(ways.body.items.map(({ code }) => code).sort()).toEqual(codes);
    const services = await product.member.get<{ items: unknown[] }>('/services?limit=100');
    expect(services.body.items.length).toBeGreaterThan(11);
  });

  test('asks two questions after a use, once', async () => {
    const { body } = await product.member.get<{ items: { id: string }[] }>('/vouchers?state=redeemed');
    const id = body.items[0]?.id ?? '';
    const voucher = await product.member.get<{ redemptions: { id: string }[] }>(`/vouchers/${id}`);
    const said = { redemptionId: voucher.body.redemptions[0]?.id, score: 5, asPromised: true };
    expect((await product.other.post(`/vouchers/${id}/ratings`, said)).status).toBe(404);
    const rated = await product.member.post(`/vouchers/${id}/ratings`, said);
    expect([rated.status, rated.body.pointsEarned]).toEqual([201, 20]);
    const twice = await product.member.post(`/vouchers/${id}/ratings`, said);
    expect([twice.status, twice.body.detail]).toEqual([409, '这次使用您已经评价过了，谢谢']);
    const wrong = await product.member.post(`/vouchers/${id}/ratings`, { ...said, score: 0 });
    expect([wrong.status, wrong.body.detail]).toEqual([422, expect.any(String)]);
  });
});
