import { bindIdentity } from '../../bff/systems/club/people/bind-identity';
import { eraseMember } from '../../bff/systems/club/people/erase-member';
import { signIn } from '../../bff/systems/club/people/sign-in';
import { ownCode } from '../../bff/systems/club/referral/own-code';
import { settleNext, settleReferral } from '../../bff/systems/club/referral/settle-referral';
import { findBreaches } from '../../bff/systems/club/invariants';
import { residentId } from '../../bff/systems/club/seed/size/made-up';
import { verifiedMember } from '../../bff/systems/demo-people';
import { newKey } from '../bff/systems/club/start-club';
import { takeOut, type GuardName } from './support/guards';
import { restingClub, type RestingClub } from './support/resting-club';

let resting: RestingClub;
let putBack: (() => void)[] = [];
beforeEach(async () => {
  resting = await restingClub();
});
afterEach(async () => {
  putBack.forEach((restore) => restore());
  putBack = [];
  await resting.end();
});

/** Every `it` stands twice: as it is, and with one guard taken out, which must show. */
const bothWays = (guard: GuardName) =>
  [
    ['as it is', undefined],
    [`without ${guard}`, guard],
  ] as const;
const without = (guard: GuardName | undefined) => {
  if (guard) putBack.push(takeOut(guard));
};

const { memberId: inviterId } = verifiedMember;
const phoneOf = (position: number) => `1470002${String(position).padStart(4, '0')}`;

interface Due {
  id: string;
  inviter_id: string;
  invited_id: string;
}

async function invite(position: number): Promise<string> {
  const ref = await ownCode(resting.club, inviterId);
  const { member } = await signIn(resting.club, { phone: phoneOf(position), ref });
  return member.id;
}

const verify = (memberId: string, position: number) =>
  bindIdentity(resting.club, {
    memberId,
    key: newKey(),
    claimed: { kind: 'person', name: '钱多多', idNumber: residentId(300_000 + position) },
  });

/** A friend of the demonstration's member, verified a moment ago. */
async function friend(position: number): Promise<void> {
  await verify(await invite(position), position);
}

const due = async () =>
  (await resting.club.pool.query<Due>(`select id, inviter_id, invited_id from referrals where state = 'due'`))
    .rows;

async function sums(): Promise<{ entries: number; states: string[] }> {
  const { rows: earned } = await resting.club.pool.query<{ count: number }>(
    `select count(*) as count from points_transactions where request_scope = 'rule:referral'`,
  );
  const { rows } = await resting.club.pool.query<{ state: string }>(
    'select state from referrals order by state',
  );
  return { entries: earned[0]?.count ?? 0, states: rows.map(({ state }) => state) };
}

it.each(bothWays('referralOnce'))(
  'two hundred who decide about one friend pay once, %s',
  async (_, guard) => {
    await friend(1);
    const [referral] = await due();
    if (!referral) throw new Error('nothing was due');
    without(guard);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, () => settleReferral(resting.club, referral)),
    );
    // The request id of the entry is the second lock: it holds, but it has to be run into.
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(guard !== undefined);
    expect(await sums()).toEqual({ entries: 1, states: ['paid'] });
    expect(await findBreaches(resting.club.pool)).toEqual([]);
  },
);

it.each(bothWays('referralPlaces'))(
  'fourteen friends at once get the ten places of the year, %s',
  async (_, guard) => {
    for (let position = 0; position < 14; position += 1) await friend(position);
    without(guard);
    await Promise.all((await due()).map((referral) => settleReferral(resting.club, referral)));
    const { entries } = await sums();
    if (guard) expect(entries).toBeGreaterThan(10);
    else expect(entries).toBe(10);
    expect(await findBreaches(resting.club.pool)).toEqual([]);
  },
);

it.each(bothWays('referralNewcomer'))('who was here before is no newcomer, %s', async (_, guard) => {
  const { member } = await signIn(resting.club, { phone: phoneOf(1) });
  await eraseMember(resting.club, member.id);
  without(guard);
  await invite(1);
  expect((await sums()).states).toEqual(guard ? ['registered'] : []);
});

it('two verifications at once make it due once, and several servers pay it once', async () => {
  const invited = await invite(1);
  await Promise.allSettled([verify(invited, 1), verify(invited, 1), verify(invited, 1)]);
  const rounds = await Promise.all(Array.from({ length: 8 }, () => settleNext(resting.club)));
  expect(rounds.filter((outcome) => outcome === 'more')).toHaveLength(1);
  expect(await sums()).toEqual({ entries: 1, states: ['paid'] });
});

it('what a killed server had taken is decided by another one later', async () => {
  await friend(1);
  // Taken, and never heard of again: the lease has run out.
  await resting.club.pool.query(`update referrals set next_try_at = now() + interval '30 seconds'`);
  expect(await settleNext(resting.club)).toBe('idle');
  await resting.club.pool.query('update referrals set next_try_at = now()');
  expect(await settleNext(resting.club)).toBe('more');
  expect(await sums()).toEqual({ entries: 1, states: ['paid'] });
});

it('friends who are verified while the inviter earns and spends elsewhere deadlock nobody', async () => {
  for (let position = 0; position < 6; position += 1) await invite(position);
  const { rows } = await resting.club.pool.query<{ id: string }>('select invited_id as id from referrals');
  await Promise.all([
    ...rows.map(({ id }, position) => verify(id, position)),
    ...Array.from({ length: 20 }, () => settleNext(resting.club)),
  ]);
  while ((await settleNext(resting.club)) === 'more') continue;
  expect((await sums()).entries).toBe(6);
  expect(await findBreaches(resting.club.pool)).toEqual([]);
});
