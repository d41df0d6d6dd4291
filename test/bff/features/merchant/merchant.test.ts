import { randomUUID } from 'node:crypto';
import { liftDayLimits } from '../../../support/day-limits';
import { badInputs } from '../bad-input';
import type { Caller } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Lookup {
  voucher: {
    memberNameMasked: string;
    usesLeft: number;
    redeemable: boolean;
    reason: string | null;
    saleAmountRequired: boolean;
  };
  scanToken: string | null;
}
interface Confirmed {
  redemption: {
    id: string;
    voucherId: string;
    useNo: number;
    usesLeft: number;
    state: string;
    memberNameMasked: string;
    storeId: string;
    discountFen: number | null;
    customerPaysFen: number | null;
  };
}
interface Voucher {
  id: string;
  service: string;
  usesTotal: number;
  usesLeft: number;
}

let product: MemberStack;
let clerk: Caller;
let owner: Caller;
let stranger: Caller;
let storeId: string;
beforeAll(async () => {
  product = await startMemberStack();
  await liftDayLimits(product.stack.database.pool('club'));
  clerk = await product.signIn('13900000001');
  owner = await product.signIn('13900000002');
  stranger = await product.signIn('13900000003');
  const { body } = await clerk.get<{ stores: { id: string }[] }>('/me');
  storeId = body.stores[0]?.id ?? '';
  // A gift's fresh vouchers, so that there is something to redeem many times over.
  const gifts = await product.member.get<{ items: { id: string }[] }>('/gifts?state=offered');
  for (const gift of gifts.body.items) await product.member.post(`/gifts/${gift.id}/claim`);
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

async function vouchersOf(service: string, uses: 'single' | 'many'): Promise<Voucher[]> {
  const { body } = await product.member.get<{ items: Voucher[] }>('/vouchers?state=active&limit=100');
  return body.items.filter(
    (voucher) => voucher.service === service && voucher.usesTotal > 1 === (uses === 'many'),
  );
}

const servedHere = ['carWash', 'vehicleCheck', 'maintenance', 'inspection'];

/** One that nobody has touched; each test uses up its own. */
async function freshVoucher(): Promise<Voucher> {
  for (const service of servedHere) {
    const [voucher] = await vouchersOf(service, 'single');
    if (voucher) return voucher;
  }
  throw new Error('no single voucher is left in the demonstration');
}

async function shownCode(voucher: Voucher): Promise<string> {
  const { body } = await product.member.post<{ qr: string }>(`/vouchers/${voucher.id}/presentations`);
  return body.qr;
}

const lookUp = (caller: Caller, code: string) => caller.post<Lookup>('/merchant/lookups', { code, storeId });

async function scanned(voucher: Voucher): Promise<string> {
  const { body } = await lookUp(clerk, await shownCode(voucher));
  if (!body.scanToken) throw new Error(`not redeemable: ${String(body.voucher.reason)}`);
  return body.scanToken;
}

const redeem = (body: Record<string, unknown>, key = randomUUID()) =>
  clerk.post<Confirmed>('/merchant/redemptions', { storeId, ...body }, key);

describe('the counter', () => {
  test('a look shows what there is to know and changes nothing', async () => {
    const voucher = await freshVoucher();
    const code = await shownCode(voucher);
    for (let look = 0; look < 2; look += 1) {
      const { status, body } = await lookUp(clerk, code);
      expect(status).toBe(200);
      expect(body.voucher).toMatchObject({
        memberNameMasked: '张*',
        usesLeft: 1,
        redeemable: true,
        reason: null,
      });
      expect(JSON.stringify(body)).not.toMatch(/张建国|13800000001/);
    }
  });

  test('confirms exactly once, however often it is tapped, and remembers the answer', async () => {
    const voucher = await freshVoucher();
    const scanToken = await scanned(voucher);
    const key = randomUUID();
    const taps = await Promise.all([1, 2, 3].map(() => redeem({ scanToken }, key)));
    expect(taps.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(taps.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(taps.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(2);
    const { redemption } = taps[0]?.body ?? {};
    expect(redemption).toMatchObject({
      voucherId: voucher.id,
      usesLeft: 0,
      state: 'confirmed',
      memberNameMasked: '张*',
      storeId,
    });
    const found = await clerk.get<Confirmed>(`/merchant/redemptions/by-request/${key}`);
    expect([found.status, found.body.redemption.id]).toEqual([200, redemption?.id]);
  });

  test('says where and when of a voucher that was used, and that nothing was charged', async () => {
    const voucher = await freshVoucher();
    const code = await shownCode(voucher);
    const tokens = [await scanned(voucher), await scanned(voucher)];
    expect((await redeem({ scanToken: tokens[0] })).status).toBe(201);
    const { status, body } = await clerk.post('/merchant/redemptions', { storeId, scanToken: tokens[1] });
    expect([status, body.code]).toEqual([409, 'VOUCHER_ALREADY_REDEEMED']);
    expect(body.detail).toMatch(/^这张券今天 \d\d:\d\d 已在.+用过。没有扣券，不重复结算$/);
    expect(body.usedAt).toMatchObject({ at: expect.any(String), storeName: expect.any(String) });
    const look = await lookUp(clerk, code);
    expect(look.body).toMatchObject({
      voucher: { redeemable: false, reason: 'alreadyRedeemed' },
      scanToken: null,
    });
  });

  test('a used request id with another confirmation is refused', async () => {
    const key = randomUUID();
    const voucher = await freshVoucher();
    const scanToken = await scanned(voucher);
    expect((await redeem({ scanToken }, key)).status).toBe(201);
    const { status, body } = await clerk.post('/merchant/redemptions', { storeId, scanToken: 'other' }, key);
    expect([status, body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  test('a second use within ten minutes is asked about, then confirmed by a new request id', async () => {
    const [voucher] = await vouchersOf('carWash', 'many');
    if (!voucher) throw new Error('the demonstration has a wash with several uses');
    const first = await redeem({ scanToken: await scanned(voucher) });
    expect(first.status).toBe(201);
    const again = { scanToken: await scanned(voucher) };
    const asked = await clerk.post('/merchant/redemptions', { storeId, ...again });
    expect([asked.status, asked.body.code]).toEqual([409, 'RECENTLY_REDEEMED']);
    expect(asked.body.detail).toMatch(/没有扣券/);
    const { usesLeft } = first.body.redemption;
    const sure = await redeem({ ...again, expectedUsesLeft: usesLeft });
    expect([sure.status, sure.body.redemption.usesLeft]).toEqual([201, usesLeft - 1]);
  });

  test('a sale at the pump says what the guest still pays', async () => {
    const [voucher] = await vouchersOf('fuel', 'many');
    if (!voucher) throw new Error('the demonstration has a fuel voucher');
    const scanToken = await scanned(voucher);
    const missing = await clerk.post<{ code: string; errors: { path: string }[] }>('/merchant/redemptions', {
      storeId,
      scanToken,
    });
    expect([missing.status, missing.body.errors[0]?.path]).toEqual([422, 'saleAmountFen']);
    const { status, body } = await redeem({ scanToken, saleAmountFen: 30_000 });
    expect(status).toBe(201);
    const { discountFen, customerPaysFen } = body.redemption;
    expect(discountFen).toBeGreaterThan(0);
    expect((discountFen ?? 0) + (customerPaysFen ?? 0)).toBe(30_000);
  });

  test('a mistake is undone once, by the one who may, with a reason', async () => {
    const voucher = await freshVoucher();
    const confirmed = await redeem({ scanToken: await scanned(voucher) });
    const path = `/merchant/redemptions/${confirmed.body.redemption.id}/reversal`;
    const key = randomUUID();
    expect((await stranger.post(path, { reason: '扫错了' })).status).toBe(404);
    expect((await product.member.post(path, { reason: '扫错了' })).status).toBe(404);
    const undone = await clerk.post<Confirmed>(path, { reason: '扫错了' }, key);
    expect([undone.status, undone.body.redemption.state]).toEqual([201, 'reversed']);
    const again = await clerk.post<Confirmed>(path, { reason: '扫错了' }, key);
    expect([again.status, again.body]).toEqual([201, undone.body]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const changed = await clerk.post(path, { reason: '另一个原因' }, key);
    expect([changed.status, changed.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const second = await clerk.post(path, { reason: '扫错了' });
    expect([second.status, second.body.code, second.body.detail]).toEqual([
      409,
      'ALREADY_REVERSED',
      '这笔核销已经撤销过了，券已还给客人',
    ]);
    const back = await product.member.get<Voucher>(`/vouchers/${voucher.id}`);
    expect(back.body.usesLeft).toBe(1);
  });

  test('lists and sums show what was confirmed, to the merchant alone', async () => {
    const list = await clerk.get<{ items: { id: string; memberNameMasked: string }[] }>(
      '/merchant/redemptions?limit=100',
    );
    expect(list.body.items.length).toBeGreaterThan(0);
    expect(list.body.items.every(({ memberNameMasked }) => /^.\*$/u.test(memberNameMasked))).toBe(true);
    const ids = new Set(list.body.items.map(({ id }) => id));
    const theirs = await stranger.get<{ items: { id: string }[] }>('/merchant/redemptions?limit=100');
    expect(theirs.body.items.some(({ id }) => ids.has(id))).toBe(false);
    const sum = await owner.get<{ redemptions: number; settlementFen: number }>('/merchant/summary');
    expect(sum.body.redemptions).toBeGreaterThan(0);
    expect(sum.body.settlementFen).toBeGreaterThan(0);
    expect((await stranger.get<{ redemptions: number }>('/merchant/summary')).body.redemptions).toBe(0);
  });
});

describe('a confirmation that is still on its way', () => {
  test('is never said to have failed, and the same request finds out what became of it', async () => {
    const voucher = await freshVoucher();
    const [key, scanToken] = [randomUUID(), await scanned(voucher)];
    const holder = await product.stack.database.pool('club').connect();
    try {
      await holder.query('begin');
      await holder.query('select 1 from vouchers where id = $1 for update', [voucher.id]);
      const lost = await clerk.post('/merchant/redemptions', { storeId, scanToken }, key);
      expect([lost.status, lost.body.code]).toEqual([504, 'OUTCOME_UNKNOWN']);
      const asked = await clerk.get(`/merchant/redemptions/by-request/${key}`);
      expect(asked.status).toBe(404);
      expect(asked.body.detail).not.toMatch(/没有扣券|放心/);
      await holder.query('commit');
    } finally {
      holder.release();
    }
    const again = await redeem({ scanToken }, key);
    expect([again.status, again.body.redemption.usesLeft]).toEqual([201, 0]);
  });
});

describe('somebody else', () => {
  test('has no counter at all', async () => {
    const bodies: [string, Record<string, unknown>][] = [
      ['/merchant/lookups', { code: '12345678' }],
      ['/merchant/redemptions', { code: '12345678', storeId }],
      ['/merchant/redemptions/none/reversal', { reason: '扫错了' }],
    ];
    for (const [path, body] of bodies) expect((await product.member.post(path, body)).status).toBe(404);
    for (const path of [
      '/merchant/redemptions',
      '/merchant/summary',
      '/merchant/redemptions/by-request/12345678',
    ]) {
      expect((await product.member.get(path)).status).toBe(404);
    }
  });

  test('of another merchant finds neither the voucher nor the request', async () => {
    const voucher = await freshVoucher();
    const code = await shownCode(voucher);
    const look = await stranger.post('/merchant/lookups', { code });
    expect([look.status, look.body.code]).toEqual([404, 'VOUCHER_NOT_FOUND']);
    const key = randomUUID();
    await redeem({ scanToken: await scanned(voucher) }, key);
    expect((await stranger.get(`/merchant/redemptions/by-request/${key}`)).status).toBe(404);
    const atOurStore = await stranger.post('/merchant/redemptions', { code, storeId });
    expect(atOurStore.status).toBe(404);
  });
});

describe('bad input', () => {
  const routes = [
    { path: '/merchant/redemptions', body: { code: '12345678', storeId: 'store' }, required: 'storeId' },
    { path: '/merchant/redemptions/none/reversal', body: { reason: '扫错了' }, required: 'reason' },
  ];
  for (const route of routes) {
    test.each(badInputs)(`on ${route.path}: %s`, async (_what, status, code, sending) => {
      const answer = await clerk.send('POST', route.path, sending(route));
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
    });
  }

  test.each([
    ['/merchant/lookups', { code: '123' }],
    ['/merchant/lookups', { code: 'x'.repeat(601) }],
    ['/merchant/redemptions', { storeId: 's' }],
    ['/merchant/redemptions', { storeId: 's', code: '12345678', scanToken: 'x' }],
    ['/merchant/redemptions', { storeId: 's', code: '12345678', saleAmountFen: 1.5 }],
    ['/merchant/redemptions', { storeId: 's', code: '12345678', saleAmountFen: -1 }],
    ['/merchant/redemptions/none/reversal', { reason: ' ' }],
  ])('%s %j', async (path, body) => {
    const answer = await clerk.post(path, body);
    expect([answer.status, answer.body.code]).toEqual([422, 'INVALID_INPUT']);
  });

  test('a code nobody has', async () => {
    const { status, body } = await lookUp(clerk, 'not-a-real-qr-text-at-all');
    expect([status, body]).toMatchObject([404, { code: 'VOUCHER_NOT_FOUND' }]);
  });

  test.each(['date=2026-02-30', 'date=today', 'limit=0', 'merchant=x'])('the query %s', async (query) => {
    expect((await clerk.get(`/merchant/redemptions?${query}`)).status).toBe(422);
  });
});

describe('while the club does not answer', () => {
  test('a confirmation is uncertain, never failed: asking says what became of it, and repeating has no second effect', async () => {
    const voucher = await freshVoucher();
    const scanToken = await scanned(voucher);
    const key = randomUUID();
    product.club.break('answerLost', { method: 'POST', path: /\/merchant\/redemptions$/ });
    const lost = await clerk.post('/merchant/redemptions', { storeId, scanToken }, key);
    expect([lost.status, lost.body.code]).toEqual([504, 'OUTCOME_UNKNOWN']);
    expect(lost.body.detail).not.toMatch(/失败/);
    product.club.heal();
    const asked = await clerk.get<Confirmed>(`/merchant/redemptions/by-request/${key}`);
    expect([asked.status, asked.body.redemption.voucherId]).toEqual([200, voucher.id]);
    const again = await redeem({ scanToken }, key);
    expect([again.status, again.body.redemption.id]).toEqual([201, asked.body.redemption.id]);
  });

  test('a request that never arrived is not found, which is not called a failure', async () => {
    const { status, body } = await clerk.get(`/merchant/redemptions/by-request/${randomUUID()}`);
    expect([status, body.detail]).toEqual([
      404,
      '还没有查到这次核销，它可能还在路上。请再查一次，或用原来的提交重试；不要重新扫码',
    ]);
  });

  test('a look that gets no answer is not called uncertain', async () => {
    product.club.break('answerLost');
    const { status, body } = await lookUp(clerk, '12345678');
    expect([status, body]).toMatchObject([503, { code: 'UPSTREAM_AWAY' }]);
  });
});
