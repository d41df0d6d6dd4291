import {
  award,
  clubPoints,
  clubPointsEntryList,
  clubVoucherDetail,
  pointsMonths,
  pointsRules,
  ratingAnswer,
  serviceKind,
  serviceList,
  signInAnswer,
  signInReward,
} from '../../../../bff/upstream/club/contract';
import { inTransaction } from '../../../../bff/database/transaction';
import { mergeMembers } from '../../../../bff/systems/club/people/merge-members';
import { elderMember, unverifiedMember } from '../../../../bff/systems/demo-people';
import { toInstant } from '../../../../bff/http/instants';
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
const balanceOf = async (as: Actor) => (await club.read('/points', as, clubPoints)).balance;
const signIn = (as: Actor) => club.send('POST', '/points/sign-ins', { as });

describe('the daily sign-in', () => {
  it('brings points once a day, however many ask at once, and the entry says by which rule', async () => {
    const before = await balanceOf(actors.elder);
    const replies = await Promise.all(Array.from({ length: 20 }, () => signIn(actors.elder)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(replies.filter((reply) => !isReplay(reply))).toHaveLength(1);
    expect(parse(await signIn(actors.elder), signInReward)).toMatchObject({ points: 5, streakDays: 1 });
    expect(await club.read('/points', actors.elder, clubPoints)).toMatchObject({
      balance: before + 5,
      signIn: { today: true, streakDays: 1 },
    });
    const { items } = await club.read('/points/entries', actors.elder, clubPointsEntryList);
    expect(items[0]).toMatchObject({
      kind: 'earn',
      reason: '每日签到',
      rule: { code: 'signIn', version: 1 },
    });
    expect(items[0]?.rule?.explanation).toContain('每天签到一次');
  });

  it('brings more on every seventh day in a row, and starts anew after a gap', async () => {
    const { memberId } = unverifiedMember;
    await club.pool.query(
      `insert into sign_ins (member_id, day, streak, points, bonus_points)
       select $1, (now() at time zone 'Asia/Shanghai')::date - 1, 6, 0, 0`,
      [memberId],
    );
    expect(parse(await signIn(actors.basicMember), signInReward)).toMatchObject({
      streakDays: 7,
      bonusPoints: 20,
    });
    const { items } = await club.read('/points/entries?limit=2', actors.basicMember, clubPointsEntryList);
    expect(items.map(({ rule }) => rule?.code).sort()).toEqual(['signIn', 'signInWeek']);
  });
});

describe('a rule', () => {
  it('keeps the words it was earned by when a new version comes', async () => {
    const rules = await club.read('/points/rules', actors.elder, pointsRules);
    const earned = ['signIn', 'signInWeek', 'survey', 'referral', 'identity', 'policyStart', 'noClaimYear'];
    expect(rules.items.map(({ code }) => code)).toEqual(earned);
    await club.pool.query(
      `insert into points_rules (code, version, title, explanation, limit_text, points, effective_from)
       values ('signInWeek', 2, '连续签到 7 天', '现在送 50 积分。', '每满 7 天一次', 50, now())`,
    );
    const now = await club.read('/points/rules', actors.elder, pointsRules);
    expect(now.items.find(({ code }) => code === 'signInWeek')).toMatchObject({ version: 2, points: 50 });
  });

  it('earns an occasion once, for one member, from whoever reports it', async () => {
    const before = await balanceOf(actors.elder);
    const happenedAt = toInstant(new Date(Date.now() - 60_000));
    const report = (memberId: string, as: Actor = actors.system) =>
      club.send('POST', '/points/awards', {
        as,
        body: { memberId, rule: 'policyStart', occasion: 'pol_demo_1', happenedAt },
      });
    const replies = await Promise.all(Array.from({ length: 10 }, () => report(elderMember.memberId)));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(parse(replies[0] as never, award)).toEqual({ awarded: 200, balance: before + 200 });
    expect(refusalOf(await report(unverifiedMember.memberId))).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect((await report(elderMember.memberId, actors.elder)).status).toBe(403);
    expect(await balanceOf(actors.elder)).toBe(before + 200);
  });

  it.each([
    ['before the person was a member', -261 * DAY_MS],
    ['tomorrow', DAY_MS],
  ])('earns nothing for what happens %s', async (_, inMs) => {
    const happenedAt = toInstant(new Date(Date.now() + inMs));
    const { memberId } = elderMember;
    const reply = await club.send('POST', '/points/awards', {
      as: actors.system,
      body: { memberId, rule: 'noClaimYear', occasion: `pol_${String(inMs)}`, happenedAt },
    });
    expect(parse(reply, award)).toEqual({ awarded: 0, balance: await balanceOf(actors.elder) });
  });
});

describe('完善实名信息', () => {
  const { memberId, name, idNumber } = unverifiedMember;
  const verify = (as: Actor = actors.basicMember) =>
    club.send('POST', '/members/identity', {
      as,
      key: newKey(),
      body: { kind: 'person', name, idNumber },
    });

  it('is thanked for once, however often and however many at once', async () => {
    const before = await balanceOf(actors.basicMember);
    const replies = await Promise.all(Array.from({ length: 8 }, () => verify()));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await balanceOf(actors.basicMember)).toBe(before + 500);
    const { items } = await club.read('/points/entries?limit=1', actors.basicMember, clubPointsEntryList);
    expect(items[0]).toMatchObject({ points: 500, rule: { code: 'identity', version: 1 } });
  });

  it('is not thanked for again when two accounts of the person become one', async () => {
    const before = await balanceOf(actors.basicMember);
    const second = await club.send('POST', '/members/sign-ins', {
      as: actors.system,
      body: { phone: '13577770009' },
    });
    const { id: into } = parse(second, signInAnswer).member;
    await inTransaction(club.pool, (client) =>
      mergeMembers(client, { from: memberId, into, cause: 'identityReview' }),
    );
    const remaining: Actor = { subject: into, role: 'member' };
    expect((await verify(remaining)).status).toBe(200);
    expect(await balanceOf(remaining)).toBe(before);
  });
});

describe('a year of points', () => {
  it('is twelve months whose sums explain the balance', async () => {
    const { months } = await club.read('/points/months', actors.member, pointsMonths);
    expect(months).toHaveLength(12);
    expect(months.map(({ month }) => month)).toEqual([...months.map(({ month }) => month)].sort());
    expect(months[11]?.balanceAfter).toBe(await balanceOf(actors.member));
    for (const [index, month] of months.entries()) {
      const previous = months[index - 1];
      if (!previous) continue;
      const change = month.earned + month.returned - month.spent - month.expired;
      expect(month.balanceAfter).toBe(previous.balanceAfter + change);
    }
  });
});

describe('a rating', () => {
  it('is given once a use by its owner, and brings points whether good or bad', async () => {
    const id = await counter.issue();
    const use = await counter.redeemed({ scanToken: await counter.scan(id) });
    const before = await balanceOf(actors.member);
    const said = { redemptionId: use.id, score: 1, asPromised: false, comment: '店员让补 20 元' };
    const rate = (body: object, { as = actors.member as Actor, key = newKey() } = {}) =>
      club.send('POST', `/vouchers/${id}/ratings`, { as, key, body });
    const key = newKey();
    const first = await rate(said, { key });
    expect(parse(first, ratingAnswer)).toMatchObject({ pointsEarned: 20, rating: { score: 1 } });
    const again = await rate(said, { key });
    expect([again.text, isReplay(again)]).toEqual([first.text, true]);
    expect(refusalOf(await rate({ ...said, score: 5 }, { key }))).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(refusalOf(await rate(said))).toEqual([409, 'ALREADY_RATED']);
    expect(refusalOf(await rate(said, { as: actors.elder }))).toEqual([404, 'NOT_FOUND']);
    for (const bad of [{ score: 6 }, { asPromised: 'yes' }, { comment: 'x'.repeat(201) }]) {
      expect(refusalOf(await rate({ ...said, ...bad }))).toEqual([422, 'INVALID_INPUT']);
    }
    expect(await balanceOf(actors.member)).toBe(before + 20);
    const seen = await club.read(`/vouchers/${id}`, actors.member, clubVoucherDetail);
    expect(seen.redemptions[0]?.rating).toEqual({ score: 1, asPromised: false });
    const { rows } = await club.pool.query<{ text: string }>(
      'select r::text as text from redemption_ratings r',
    );
    expect(rows.some(({ text }) => text.includes('补 20'))).toBe(false);
  });

  it('is not asked for a use that was undone', async () => {
    const id = await counter.issue();
    const use = await counter.redeemed({ scanToken: await counter.scan(id) });
    await counter.reverse(use.id);
    const reply = await club.send('POST', `/vouchers/${id}/ratings`, {
      as: actors.member,
      key: newKey(),
      body: { redemptionId: use.id, score: 5, asPromised: true },
    });
    expect(refusalOf(reply)).toEqual([409, 'REDEMPTION_REVERSED']);
  });
});

describe('the catalogue', () => {
  it('holds every kind with limits, exclusions, extra cost, and how it is shown', async () => {
    const { items } = await club.read('/services?limit=100', actors.member, serviceList);
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(serviceKind.options));
    expect(items.every(({ terms }) => terms.limits.length > 0 && terms.exclusions.length > 0)).toBe(true);
    expect(items.every(({ storeCount }) => storeCount > 0)).toBe(true);
    expect(items.find(({ kind }) => kind === 'designatedDriver')?.terms.caps).toMatchObject({
      kilometres: 30,
    });
    expect(items.find(({ kind }) => kind === 'fuel')).toMatchObject({ unit: 'amount', amountCapFen: 3000 });
    expect(items.filter(({ vehicleBound, transferable }) => vehicleBound && transferable)).toEqual([]);
  });
});
