import { secondPhone, unverifiedMember, verifiedMember } from '../../../../bff/systems/demo-people';
import type { Friend, Referral, ReferralTerms } from '../../../../bff/features/referral/contract';
import { startStack, type Stack } from '../../../support/stack';
import { anonymous, signIn, type Caller } from '../caller';

jest.setTimeout(90_000);

let stack: Stack;
let inviter: Caller;
beforeAll(async () => {
  stack = await startStack({ seeded: true });
  inviter = await signIn(stack, verifiedMember.phone);
});
afterAll(() => stack.stop());

const friendsOf = async (member: Caller) =>
  (await member.get<{ items: Friend[] }>('/referral/friends')).body.items;
const ownOf = async (member: Caller) => (await member.get<Referral>('/referral')).body;
const codeOf = async (member: Caller) => (await member.post<{ code: string }>('/referral/code')).body.code;

interface Session {
  accessToken: string;
  account: { id: string };
}

/** The login of the phone, with what it has kept from a link. */
async function signInWith(phone: string, ref: string): Promise<Caller> {
  const nobody = anonymous(stack);
  await nobody.post('/auth/sms-codes', { phone });
  const code = await stack.latestCode(phone);
  const { status, body } = await nobody.post<Session>('/auth/sms-sessions', { phone, code, ref });
  expect(status).toBe(201);
  return anonymous(stack, body.accessToken, body.account.id);
}

async function untilPaid(): Promise<Friend[]> {
  for (const endsAt = Date.now() + 60_000; ;) {
    const friends = await friendsOf(inviter);
    if (friends.some(({ state }) => state === 'paid')) return friends;
    if (Date.now() > endsAt) throw new Error(`not paid: ${JSON.stringify(friends)}`);
    await stack.pool.query('select pg_sleep(0.1)');
  }
}

it('tells everybody what both get, also who has not signed in, and in the words of the list of ways', async () => {
  const terms = await anonymous(stack).get<ReferralTerms>('/referral/terms');
  expect(terms.status).toBe(200);
  const ways = await inviter.get<{ items: { code: string }[] }>('/points/rules');
  const rule = ways.body.items.find(({ code }) => code === 'referral');
  expect(terms.body.inviter).toEqual({ ...rule, mostAYear: 10 });
  expect(terms.body.newcomer?.code).toBe('identity');
});

it('shows the own code only to its owner', async () => {
  expect((await anonymous(stack).get('/referral')).status).toBe(401);
  expect((await anonymous(stack).post('/referral/code')).status).toBe(401);
  expect((await anonymous(stack).get('/referral/friends')).status).toBe(401);
  const code = await codeOf(inviter);
  expect([await codeOf(inviter), (await ownOf(inviter)).code]).toEqual([code, code]);
});

it('a link, a first login with it, and the first verified identity bring the points and a line in the list', async () => {
  const points = async () => (await inviter.get<{ balance: number }>('/points')).body.balance;
  const before = await points();
  const friend = await signInWith(secondPhone, await codeOf(inviter));
  expect(await friendsOf(inviter)).toMatchObject([{ phoneTail: secondPhone.slice(-4), state: 'registered' }]);
  const { name, idNumber } = unverifiedMember;
  expect((await friend.post('/me/identity', { name, idNumber })).status).toBe(200);
  const [paid] = await untilPaid();
  expect(paid).toMatchObject({ points: 300 });
  const answer = JSON.stringify(await friendsOf(inviter));
  for (const secret of [secondPhone, secondPhone.slice(0, 7), friend.accountId, name]) {
    expect(answer).not.toContain(secret);
  }
  expect(await points()).toBe(before + 300);
  const { body } = await inviter.get<{ items: { reason: string; rule: { code: string } | null }[] }>(
    '/points/entries',
  );
  expect(body.items[0]).toMatchObject({
    reason: '推荐有礼：一位朋友完成了实名核验',
    rule: { code: 'referral' },
  });
  expect(await ownOf(inviter)).toMatchObject({ friends: 1, paidFriends: 1, paidPoints: 300 });
});

it.each(['ZZZZZZZZZZZZ', 'somebody', '0'.repeat(64)])('a login with %s is a login', async (ref) => {
  const someone = await signInWith(unverifiedMember.phone, ref);
  expect((await someone.get('/referral/friends')).body).toMatchObject({ items: [] });
});
