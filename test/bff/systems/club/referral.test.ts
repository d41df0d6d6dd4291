import type { Actor } from '../../../../bff/http/service-token';
import { forgetFormerPeople } from '../../../../bff/systems/club/referral/former-people';
import { residentId } from '../../../../bff/systems/club/seed/size/made-up';
import { elderMember, verifiedMember } from '../../../../bff/systems/demo-people';
import {
  clubFriendList,
  clubIdentityAnswer,
  clubMember,
  clubPersonalData,
  clubPointsEntryList,
  clubReferral,
  clubReview,
  invitationCodeAnswer,
  phoneBindingAnswer,
  referralTerms,
  signInAnswer,
} from '../../../../bff/upstream/club/contract';
import { actors } from './actors';
import { newKey, parse, startClub, type ClubUnderTest } from './start-club';

jest.setTimeout(90_000);

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

const send = (method: string, path: string, as: Actor, body?: object) =>
  club.send(method, path, { as, key: newKey(), ...(body && { body }) });

async function signInWith(body: Record<string, string | undefined>): Promise<Actor & { created: boolean }> {
  const reply = await send('POST', '/members/sign-ins', actors.system, body);
  expect(reply.status).toBe(200);
  const { member, created } = parse(reply, signInAnswer);
  return { subject: member.id, role: 'member', created };
}

let people = 0;
/** A number that nobody of the demonstration has. */
const newPhone = () => `1470001${String((people += 1)).padStart(4, '0')}`;
const idOf = (position: number) => residentId(400_000 + position);

const codeOf = async (as: Actor) =>
  parse(await send('POST', '/referral/code', as), invitationCodeAnswer).code;
const verify = async (as: Actor, idNumber: string) =>
  parse(
    await send('POST', '/members/identity', as, { kind: 'person', name: '钱多多', idNumber }),
    clubIdentityAnswer,
  );
const ownOf = (as: Actor) => club.read('/referral', as, clubReferral);
const friendsOf = async (as: Actor) => (await club.read('/referral/friends', as, clubFriendList)).items;
const statesOf = async (as: Actor) => (await friendsOf(as)).map(({ state }) => state);
const earnedBy = async (as: Actor) =>
  (await club.read('/points/entries?limit=100', as, clubPointsEntryList)).items.filter(
    ({ rule }) => rule?.code === 'referral',
  );

/** What is decided in the background has been decided: nothing is due any more. */
async function settled(): Promise<void> {
  for (;;) {
    const { rowCount } = await club.pool.query(`select 1 from referrals where state = 'due'`);
    if (rowCount === 0) return;
    await club.pool.query('select pg_sleep(0.05)');
  }
}

/** What an operator finds, where the inviter is only told that it does not count. */
const reasonOf = async ({ subject }: Actor) =>
  (await club.pool.query<{ state: string }>('select state from referrals where invited_id = $1', [subject]))
    .rows;

let verifiedSoFar = 0;
async function verifiedPerson(body: Record<string, string | undefined> = {}): Promise<Actor> {
  const person = await signInWith({ phone: newPhone(), ...body });
  await verify(person, idOf((verifiedSoFar += 1)));
  await settled();
  return person;
}

describe('an invitation code', () => {
  it('is made at the first wish and stays the same, however often and from how many pages it is wished for', async () => {
    expect((await ownOf(actors.elder)).code).toBeNull();
    const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(actors.elder)));
    expect(new Set(codes).size).toBe(1);
    expect((await ownOf(actors.elder)).code).toBe(codes[0]);
    expect(codes[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(await codeOf(actors.member)).not.toBe(codes[0]);
  });

  it('says what both get, in the words of the rules that run today', async () => {
    const terms = await club.read('/referral/terms', actors.system, referralTerms);
    expect(terms.inviter).toMatchObject({ code: 'referral', points: 300, mostAYear: 10 });
    expect(terms.newcomer).toMatchObject({ code: 'identity', points: 500 });
    expect((await ownOf(actors.elder)).terms).toEqual(terms);
  });
});

describe('a friend who comes by a code', () => {
  it('brings the points once, when the identity is verified for the first time, with an entry that names nobody', async () => {
    const before = await earnedBy(actors.elder);
    const phone = newPhone();
    const friend = await signInWith({ phone, ref: await codeOf(actors.elder) });
    expect(friend.created).toBe(true);
    expect(await friendsOf(actors.elder)).toMatchObject([{ phone, state: 'registered', points: null }]);
    expect(await earnedBy(actors.elder)).toEqual(before);

    const id = idOf((verifiedSoFar += 1));
    expect((await verify(friend, id)).member.identityVerified).toBe(true);
    await verify(friend, id);
    await settled();
    const [entry, ...others] = await earnedBy(actors.elder);
    expect(others).toEqual(before);
    expect(entry).toMatchObject({ points: 300, reason: '推荐有礼：一位朋友完成了实名核验' });
    expect(JSON.stringify(entry)).not.toMatch(
      new RegExp(`${phone}|${phone.slice(-4)}|${friend.subject}|钱多多`),
    );
    expect(await friendsOf(actors.elder)).toMatchObject([{ phone, state: 'paid', points: 300 }]);
    expect(await ownOf(actors.elder)).toMatchObject({
      friends: 1,
      paidFriends: 1,
      paidPoints: 300,
      paidThisYear: 1,
    });
  });

  it('who was invited keeps no trace of the code, and a branch is still a branch', async () => {
    const friend = await signInWith({ phone: newPhone(), ref: await codeOf(actors.elder) });
    const branch = await signInWith({ phone: newPhone(), ref: 'br_sd_jinan_lixia' });
    const copyOf = (as: Actor) => club.read('/members/me/personal-data', as, clubPersonalData);
    const [invited, brought] = [await copyOf(friend), await copyOf(branch)];
    expect([invited.sourceRef, invited.referral.cameByInvitationAt.length]).toEqual([null, 1]);
    expect([brought.sourceRef, brought.branch, brought.referral.cameByInvitationAt]).toEqual([
      'br_sd_jinan_lixia',
      '示例财险历下支公司',
      [],
    ]);
    expect((await copyOf(actors.elder)).referral).toMatchObject({
      codes: [await codeOf(actors.elder)],
      friends: expect.arrayContaining([expect.objectContaining({ state: 'registered' })]) as unknown,
    });
  });

  it('comes once: not with a second login, not with another code, and never for who was here', async () => {
    const inviter = await verifiedPerson();
    const [code, phone] = [await codeOf(inviter), newPhone()];
    const friend = await signInWith({ phone, ref: code });
    expect((await signInWith({ phone, ref: await codeOf(actors.elder) })).created).toBe(false);
    expect((await signInWith({ phone: verifiedMember.phone, ref: code })).created).toBe(false);
    expect(await statesOf(inviter)).toEqual(['registered']);
    await expect(
      club.pool.query(`insert into referrals (id, inviter_id, invited_id) values ('twice', $1, $2)`, [
        elderMember.memberId,
        friend.subject,
      ]),
    ).rejects.toThrow('referrals_invited_once');
  });

  it.each(['ZZZZZZZZZZZZ', '000000000000', 'br_nowhere', 'кириллица', 'x'.repeat(64)])(
    'signs in just the same with %s, which is nobody’s code',
    async (ref) => {
      const friend = await signInWith({ phone: newPhone(), ref });
      expect(friend.created).toBe(true);
      const { rowCount } = await club.pool.query('select 1 from referrals where invited_id = $1', [
        friend.subject,
      ]);
      expect(rowCount).toBe(0);
    },
  );

  it('from WeChat counts as well, and stays one person when the number comes later', async () => {
    const inviter = await verifiedPerson();
    const friend = await signInWith({ openid: 'openid-of-a-friend', ref: await codeOf(inviter) });
    expect(await friendsOf(inviter)).toMatchObject([{ state: 'registered', phone: null }]);
    const phone = newPhone();
    await send('POST', '/members/phone-bindings', friend, { phone });
    await verify(friend, idOf((verifiedSoFar += 1)));
    await settled();
    expect(await friendsOf(inviter)).toMatchObject([{ state: 'paid', phone }]);
  });
});

describe('nobody is thanked for', () => {
  it('a friend who was here before, under another account', async () => {
    const inviter = await verifiedPerson();
    const phone = newPhone();
    await signInWith({ phone });
    const again = await signInWith({ openid: 'openid-of-an-old-friend', ref: await codeOf(inviter) });
    const bound = parse(await send('POST', '/members/phone-bindings', again, { phone }), phoneBindingAnswer);
    expect(bound.mergedFrom).toBe(again.subject);
    // Who had an account already is not shown by the number of it.
    expect(await friendsOf(inviter)).toMatchObject([{ state: 'notCounted', phone: null }]);
    await verify({ subject: bound.member.id, role: 'member' }, idOf((verifiedSoFar += 1)));
    await settled();
    expect(await friendsOf(inviter)).toMatchObject([{ state: 'notCounted', phone: null }]);
    expect(await earnedBy(inviter)).toEqual([]);
  });

  it('the inviter’s own second number, whichever of the two accounts remains', async () => {
    const inviter = await verifiedPerson();
    const idNumber = idOf(verifiedSoFar);
    const second = await signInWith({ phone: newPhone(), ref: await codeOf(inviter) });
    expect((await verify(second, idNumber)).heldByAnother).toBe(true);
    const claimed = { kind: 'person', name: '钱多多', idNumber, cause: 'heldByAnother' };
    const review = parse(await send('POST', '/identity-reviews', second, claimed), clubReview);
    const decision = { decision: 'accepted', reason: '已核对证件' };
    const decided = await send(
      'POST',
      `/identity-reviews/${review.id}/decision`,
      actors.cityOperator,
      decision,
    );
    expect(decided.status).toBe(200);
    await settled();
    expect((await club.read('/members/me', second, clubMember)).identityVerified).toBe(true);
    expect([await statesOf(second), await earnedBy(second)]).toEqual([['notCounted'], []]);
    expect(await reasonOf(second)).toEqual([{ state: 'own' }]);
  });

  it('an own number that was verified first, while nobody knew who the inviter was', async () => {
    const inviter = await signInWith({ phone: newPhone() });
    const second = await signInWith({ phone: newPhone(), ref: await codeOf(inviter) });
    const idNumber = idOf((verifiedSoFar += 1));
    await verify(second, idNumber);
    await settled();
    expect([await statesOf(inviter), await earnedBy(inviter)]).toEqual([['waiting'], []]);
    expect((await verify(inviter, idNumber)).heldByAnother).toBe(true);
    const claimed = { kind: 'person', name: '钱多多', idNumber, cause: 'heldByAnother' };
    const review = parse(await send('POST', '/identity-reviews', inviter, claimed), clubReview);
    const decision = { decision: 'accepted', reason: '已核对证件' };
    await send('POST', `/identity-reviews/${review.id}/decision`, actors.cityOperator, decision);
    await settled();
    expect([await statesOf(inviter), await earnedBy(inviter)]).toEqual([['notCounted'], []]);
    expect(await reasonOf(second)).toEqual([{ state: 'own' }]);
  });

  it('somebody who left and comes back, with the number or with the ID', async () => {
    const inviter = await verifiedPerson();
    const code = await codeOf(inviter);
    const phone = newPhone();
    const left = await signInWith({ phone });
    const idNumber = idOf((verifiedSoFar += 1));
    await verify(left, idNumber);
    await send('DELETE', `/members/${left.subject}`, actors.system);
    expect((await signInWith({ phone, ref: code })).created).toBe(true);
    expect(await statesOf(inviter)).toEqual([]);
    const otherNumber = await signInWith({ phone: newPhone(), ref: code });
    expect((await verify(otherNumber, idNumber)).heldByAnother).toBe(false);
    await settled();
    expect([await statesOf(inviter), await earnedBy(inviter)]).toEqual([['notCounted'], []]);
  });
});

it('who left is forgotten altogether after three years, and not a month sooner', async () => {
  const left = await signInWith({ phone: newPhone() });
  await send('DELETE', `/members/${left.subject}`, actors.system);
  const known = async () =>
    (await club.pool.query<{ count: number }>('select count(*) from former_people')).rows[0]?.count;
  await club.pool.query(
    `update former_people set since_month = current_date - interval '3 years' + interval '1 week'`,
  );
  const before = await known();
  await forgetFormerPeople(club.pool);
  expect(Number(before)).toBeGreaterThan(0);
  expect(await known()).toBe(before);
  await club.pool.query(
    `update former_people set since_month = current_date - interval '3 years' - interval '1 week'`,
  );
  await forgetFormerPeople(club.pool);
  expect(Number(await known())).toBe(0);
});

describe('an inviter', () => {
  it('is thanked once the own identity is verified, for those who were before', async () => {
    const inviter = await signInWith({ phone: newPhone() });
    const ref = await codeOf(inviter);
    await verifiedPerson({ ref });
    await verifiedPerson({ ref });
    expect([await statesOf(inviter), await earnedBy(inviter)]).toEqual([['waiting', 'waiting'], []]);
    await verify(inviter, idOf((verifiedSoFar += 1)));
    await settled();
    expect(await statesOf(inviter)).toEqual(['paid', 'paid']);
    expect((await earnedBy(inviter)).map(({ points }) => points)).toEqual([300, 300]);
  });

  it('gets no more a year than the rule says', async () => {
    await club.pool.query(
      `insert into points_rules (code, version, title, explanation, limit_text, points, validity_days, most_a_year, effective_from)
       values ('referral', 3, '推荐有礼', '一年两位', '每年最多 2 位', 250, 365, 2, now())`,
    );
    const inviter = await verifiedPerson();
    const ref = await codeOf(inviter);
    for (let friend = 0; friend < 3; friend += 1) await verifiedPerson({ ref });
    expect((await statesOf(inviter)).sort()).toEqual(['capped', 'paid', 'paid']);
    expect((await earnedBy(inviter)).map(({ points }) => points)).toEqual([250, 250]);
    expect((await ownOf(inviter)).terms.inviter).toMatchObject({ version: 3, points: 250, mostAYear: 2 });
    await club.pool.query(
      `update points_rules set effective_until = now() where code = 'referral' and version = 3`,
    );
  });

  it('who left is not thanked, and the code leads to nobody any more', async () => {
    const inviter = await verifiedPerson();
    const ref = await codeOf(inviter);
    const friend = await signInWith({ phone: newPhone(), ref });
    await send('DELETE', `/members/${inviter.subject}`, actors.system);
    await verify(friend, idOf((verifiedSoFar += 1)));
    const later = await signInWith({ phone: newPhone(), ref });
    expect(later.created).toBe(true);
    const { rows } = await club.pool.query<{ state: string }>(
      'select state from referrals where inviter_id = $1',
      [inviter.subject],
    );
    expect(rows).toEqual([{ state: 'gone' }]);
  });

  it('keeps the date of a friend who left, and nothing else', async () => {
    const inviter = await verifiedPerson();
    const friend = await verifiedPerson({ ref: await codeOf(inviter) });
    const waiting = await signInWith({ phone: newPhone(), ref: await codeOf(inviter) });
    for (const { subject } of [friend, waiting]) await send('DELETE', `/members/${subject}`, actors.system);
    expect(await friendsOf(inviter)).toMatchObject([
      { state: 'gone', phone: null },
      { state: 'paid', phone: null },
    ]);
  });

  it('who becomes part of another brings the friends along, and both codes lead there', async () => {
    const wechat = await signInWith({ openid: 'openid-of-an-inviter' });
    const ref = await codeOf(wechat);
    await verifiedPerson({ ref });
    const phone = newPhone();
    const holder = await verifiedPerson({ phone });
    const own = await codeOf(holder);
    await send('POST', '/members/phone-bindings', wechat, { phone });
    await settled();
    expect(await statesOf(holder)).toEqual(['paid']);
    await verifiedPerson({ ref });
    await verifiedPerson({ ref: own });
    expect(await statesOf(holder)).toEqual(['paid', 'paid', 'paid']);
    expect((await ownOf(holder)).code).toBe(ref);
    expect((await ownOf(holder)).paidThisYear).toBe(3);
  });
});
