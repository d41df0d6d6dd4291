import { anonymous } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Part<Value> {
  value: Value | null;
  asOf?: string;
  stale?: boolean;
  unavailable?: boolean;
}
interface Home {
  account: { id: string; nameMasked: string | null; identityVerified: boolean };
  openClaims: Part<{ plate: string; current: { owner: { name: string } } | null }[]>;
  nextDue: Part<{ kind: string; dueAt: string }[]>;
  gifts: Part<{ state: string }[]>;
  vouchers: Part<{ active: number; first: { state: string }[] }>;
  points: Part<{ balance: number }>;
  cover: Part<{ plates: string[] }>;
  notices: { kind: string }[];
}

const fromCore = ['openClaims', 'cover'] as const;
const fromClub = ['gifts', 'vouchers', 'points'] as const;

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

describe('the home screen', () => {
  test('is one request with everything on it, fresh', async () => {
    const { status, body } = await product.member.get<Home>('/home');
    expect(status).toBe(200);
    expect(body.account).toMatchObject({
      id: product.member.accountId,
      nameMasked: '张*',
      identityVerified: true,
    });
    expect(body.openClaims.value).toEqual([expect.objectContaining({ plate: '鲁AD52816' })]);
    expect(body.gifts.value).toHaveLength(2);
    expect(body.vouchers.value?.active).toBeGreaterThan(0);
    expect(body.vouchers.value?.first.every(({ state }) => state === 'active')).toBe(true);
    expect(body.points.value?.balance).toBeGreaterThan(0);
    expect(body.cover.value?.plates.sort()).toEqual(['鲁A7K315', '鲁AD52816']);
    const due = (body.nextDue.value ?? []).map(({ dueAt }) => Date.parse(dueAt));
    expect(due).toEqual([...due].sort((a, b) => a - b));
    for (const name of [...fromCore, ...fromClub, 'nextDue'] as const) {
      expect(body[name].asOf).toMatch(/\+08:00$/);
      expect(body[name].stale).toBeUndefined();
    }
  });

  test('asks every system for its part at the same time, and each part once', async () => {
    product.core.passed();
    product.club.passed();
    await product.member.get('/home');
    const passed = [...product.core.passed(), ...product.club.passed()];
    // News of claims is fetched in the background, and policies are thanked for there, whoever looks at a screen.
    const behind = /\/claim-notices|\/points\/awards/;
    const asked = passed.filter((request) => !behind.test(request));
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.every((request) => request.startsWith('GET '))).toBe(true);
    expect(asked).toHaveLength(7);
  });

  test('tells somebody who is not verified what to do, and shows nobody else’s things', async () => {
    const newcomer = await product.signIn('13800000002');
    const { body } = await newcomer.get<Home>('/home');
    expect(body.notices.map(({ kind }) => kind)).toEqual(['completeIdentity']);
    expect(body.openClaims.value).toEqual([]);
    expect(body.cover.value).toEqual({ plates: [] });
    const mine = await product.member.get<Home>('/home');
    expect(mine.body.notices).toEqual([]);
  });

  test('needs a session and takes no query', async () => {
    expect((await anonymous(product.stack).get('/home')).status).toBe(401);
  });
});

describe('while a system is away', () => {
  test('its parts are the last known ones and the others stay fresh', async () => {
    await product.member.get('/home');
    product.core.break('away');
    const { status, body } = await product.member.get<Home>('/home');
    expect(status).toBe(200);
    for (const name of fromCore) expect(body[name]).toMatchObject({ stale: true, asOf: expect.any(String) });
    for (const name of fromClub) expect(body[name].stale).toBeUndefined();
    expect(body.openClaims.value).toHaveLength(1);
    expect(body.nextDue.stale).toBe(true);
  });

  test('parts that were never seen are not available, and the rest still answers', async () => {
    const newcomer = await product.signIn('13800000004');
    product.core.break('garbage');
    const { status, body } = await newcomer.get<Home>('/home');
    expect(status).toBe(200);
    for (const name of fromCore) expect(body[name]).toEqual({ value: null, unavailable: true });
    for (const name of fromClub) expect(body[name].value).not.toBeNull();
    expect(body.nextDue.stale).toBe(true);
  });

  test('the account itself is remembered', async () => {
    await product.member.get('/home');
    product.club.break('away');
    const { status, body } = await product.member.get<Home>('/home');
    expect(status).toBe(200);
    expect(body.account).toMatchObject({ id: product.member.accountId, nameMasked: '张*', stale: true });
    for (const name of fromClub) expect(body[name]).toMatchObject({ stale: true });
    for (const name of fromCore) expect(body[name].stale).toBeUndefined();
  });

  test('a system that hangs costs its own deadline, not more', async () => {
    await product.member.get('/home');
    product.core.break('hangs');
    const startedAt = performance.now();
    const { status, body } = await product.member.get<Home>('/home');
    expect(status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(body.openClaims.stale).toBe(true);
    expect(body.points.stale).toBeUndefined();
  });
});
