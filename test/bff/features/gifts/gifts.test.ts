import { randomUUID } from 'node:crypto';
import { anonymous } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Gift {
  id: string;
  title: string;
  state: string;
  contents: { quantity: number }[];
  stale?: boolean;
}
interface Claimed {
  gift: Gift;
  vouchers: { id: string; state: string }[];
}

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

const offered = async () => (await product.member.get<{ items: Gift[] }>('/gifts?state=offered')).body.items;
const vouchers = async () =>
  (await product.member.get<{ items: { id: string }[] }>('/vouchers?limit=100')).body.items.length;

describe('gifts', () => {
  test('say everything before they are claimed', async () => {
    const gifts = await offered();
    expect(gifts).toHaveLength(2);
    const { status, body } = await product.member.get(`/gifts/${gifts[0]?.id ?? ''}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'offered', validity: expect.any(String), asOf: expect.any(String) });
    expect(body.contents).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ terms: expect.anything(), stores: expect.any(Array) }),
      ]),
    );
  });

  test('are claimed once, however often the same request comes, and become vouchers and an order', async () => {
    const [gift] = await offered();
    const before = await vouchers();
    const key = randomUUID();
    const path = `/gifts/${gift?.id ?? ''}/claim`;
    const both = await Promise.all([1, 2].map(() => product.member.post<Claimed>(path, undefined, key)));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    const again = await product.member.post<Claimed>(path, {}, key);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body.gift.state).toBe('claimed');
    expect(await vouchers()).toBe(before + again.body.vouchers.length);
    const orders = await product.member.get<{ items: { title: string }[] }>('/orders');
    expect(orders.body.items[0]?.title).toBe(gift?.title);
    const second = await product.member.post(path);
    expect([second.status, second.body.code]).toEqual([409, 'GIFT_ALREADY_CLAIMED']);
    expect(second.body.detail).toBe('这份礼包您已经领过了，券在“我的券”里');
  });

  test('with a request id used for another gift are refused', async () => {
    const claimed = await product.member.get<{ items: Gift[] }>('/gifts?state=claimed');
    const [gift] = await offered();
    const key = randomUUID();
    product.club.break('answerLost', { method: 'POST', path: /claim$/ });
    const lost = await product.member.post(`/gifts/${gift?.id ?? ''}/claim`, undefined, key);
    expect([lost.status, lost.body.code]).toEqual([504, 'OUTCOME_UNKNOWN']);
    product.club.heal();
    const found = await product.member.post<Claimed>(`/gifts/${gift?.id ?? ''}/claim`, undefined, key);
    expect([found.status, found.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    const other = await product.member.post(
      `/gifts/${claimed.body.items[0]?.id ?? ''}/claim`,
      undefined,
      key,
    );
    expect([422, 409]).toContain(other.status);
  });

  test('of somebody else do not exist', async () => {
    const { body } = await product.member.get<{ items: Gift[] }>('/gifts');
    const id = body.items[0]?.id ?? '';
    expect((await product.other.get(`/gifts/${id}`)).status).toBe(404);
    const claim = await product.other.post(`/gifts/${id}/claim`);
    expect([claim.status, claim.body.detail]).toEqual([404, '没有找到这份礼包，可能已经失效或不属于您']);
    expect((await anonymous(product.stack).get('/gifts')).status).toBe(401);
  });

  test('are refused with a body, without a request id and with a wrong query', async () => {
    const path = '/gifts/any/claim';
    expect((await product.member.post(path, { quantity: 9 })).status).toBe(422);
    expect((await product.member.post(path, undefined, null)).body.code).toBe('IDEMPOTENCY_KEY_REQUIRED');
    expect((await product.member.get('/gifts?state=new')).status).toBe(422);
    expect((await product.member.get('/orders?limit=999')).status).toBe(422);
    expect((await product.member.get('/gifts/%E4%BD%A0')).status).toBe(422);
  });

  test('stay readable while the club is away; a claim then says that nothing happened', async () => {
    const { body } = await product.member.get<{ items: Gift[] }>('/gifts');
    const id = body.items[0]?.id ?? '';
    await product.member.get(`/gifts/${id}`);
    await product.member.get('/orders');
    product.club.break('away');
    for (const path of ['/gifts', `/gifts/${id}`, '/orders']) {
      expect((await product.member.get<Gift>(path)).body).toMatchObject({ stale: true });
    }
  });
});
