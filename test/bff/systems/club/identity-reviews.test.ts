import {
  clubReview,
  clubReviewList,
  latestReview,
  signInAnswer,
  clubMember,
} from '../../../../bff/upstream/club/contract';
import type { Actor } from '../../../../bff/http/service-token';
import { elderMember, verifiedMember } from '../../../../bff/systems/demo-people';
import { actors } from './actors';
import { isReplay, newKey, parse, refusalOf, startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

async function newMember(phone: string, ref?: string): Promise<Actor> {
  const reply = await club.send('POST', '/members/sign-ins', { as: actors.system, body: { phone, ref } });
  return { subject: parse(reply, signInAnswer).member.id, role: 'member' };
}

const identity = (idNumber: string, cause = 'noMatch') => ({
  kind: 'person',
  name: '钱多多',
  idNumber,
  cause,
});
const open = (as: Actor, body: unknown, key = newKey()) =>
  club.send('POST', '/identity-reviews', { as, body, key });
const decide = (as: Actor, id: string, decision: string, key = newKey()) =>
  club.send('POST', `/identity-reviews/${id}/decision`, {
    as,
    key,
    body: { decision, reason: '已核对证件' },
  });

describe('a review', () => {
  it('is opened once, with a day to answer it, and is the member’s latest', async () => {
    const member = await newMember('13611110001');
    const key = newKey();
    const first = await open(member, identity('11010519491231002X'), key);
    const review = parse(first, clubReview);
    expect(review).toMatchObject({ state: 'open', phone: '13611110001', name: '钱多多' });
    expect(Date.parse(review.dueAt) - Date.parse(review.submittedAt)).toBe(24 * 60 * 60 * 1000);
    const again = await open(member, identity('11010519491231002X'), key);
    expect([again.status, again.text, isReplay(again)]).toEqual([201, first.text, true]);
    expect(refusalOf(await open(member, identity('440524188001010014'), key))).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(refusalOf(await open(member, identity('11010519491231002X')))).toEqual([
      409,
      'REVIEW_ALREADY_OPEN',
    ]);
    const latest = await club.read('/identity-reviews/latest', member, latestReview);
    expect(latest.review?.id).toBe(review.id);
    const other = await club.read('/identity-reviews/latest', actors.elder, latestReview);
    expect(other.review).toBeNull();
  });

  it('is refused for a number that cannot be one', async () => {
    const member = await newMember('13611110002');
    expect(refusalOf(await open(member, identity('123')))).toEqual([422, 'INVALID_INPUT']);
    expect(refusalOf(await open(member, { ...identity('11010519491231002X'), cause: 'why' }))).toEqual([
      422,
      'INVALID_INPUT',
    ]);
  });

  it('is decided once, whoever else decides at the same moment', async () => {
    const member = await newMember('13611110003');
    const { id } = parse(await open(member, identity('440524188001010014')), clubReview);
    const replies = await Promise.all(
      ['accepted', 'refused', 'accepted', 'refused'].map((decision) =>
        decide(actors.cityOperator, id, decision),
      ),
    );
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
    expect(replies.filter((reply) => reply.status !== 200).map(refusalOf)).toEqual(
      Array(3).fill([409, 'REVIEW_ALREADY_DECIDED']),
    );
    const decided = await club.read(`/identity-reviews/${id}`, actors.cityOperator, clubReview);
    const who = await club.read('/members/me', member, clubMember);
    expect(who.identityVerified).toBe(decided.state === 'accepted');
  });

  it('that is accepted makes the member verified, and a repeat of the answer is the same answer', async () => {
    const member = await newMember('13611110004');
    const { id } = parse(await open(member, identity('370102199001018513')), clubReview);
    const key = newKey();
    const first = await decide(actors.cityOperator, id, 'accepted', key);
    expect(parse(first, clubReview)).toMatchObject({
      state: 'accepted',
      decidedBy: '马俊',
      reason: '已核对证件',
    });
    const again = await decide(actors.cityOperator, id, 'accepted', key);
    expect([again.status, again.text, isReplay(again)]).toEqual([200, first.text, true]);
    expect(refusalOf(await decide(actors.cityOperator, id, 'refused', key))).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    const who = await club.read('/members/me', member, clubMember);
    expect(who).toMatchObject({ level: 'senior', identityVerified: true, name: '钱多多' });
  });

  it('that is accepted for a number another member holds merges the two', async () => {
    const member = await newMember('13611110005');
    const body = { ...identity(elderMember.idNumber, 'heldByAnother'), name: elderMember.name };
    const { id } = parse(await open(member, body), clubReview);
    expect((await decide(actors.provinceOperator, id, 'accepted')).status).toBe(200);
    const who = await club.read('/members/me', member, clubMember);
    expect(who).toMatchObject({ name: elderMember.name, level: 'senior' });
    expect(refusalOf(await club.send('GET', '/members/me', { as: actors.elder }))).toEqual([
      404,
      'MEMBER_GONE',
    ]);
  });

  it('cannot give a verified member another identity, and stays open then', async () => {
    const { id } = parse(await open(actors.member, identity('110101199003070513')), clubReview);
    expect(refusalOf(await decide(actors.cityOperator, id, 'accepted'))).toEqual([
      409,
      'IDENTITY_ALREADY_BOUND',
    ]);
    expect((await decide(actors.cityOperator, id, 'refused')).status).toBe(200);
    const who = await club.read('/members/me', actors.member, clubMember);
    expect(who.name).toBe(verifiedMember.name);
  });
});

describe('an operator', () => {
  it('sees the own branch and what is below it, oldest first, page by page', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await club.read(`/identity-reviews?limit=2${cursor}`, actors.cityOperator, clubReviewList);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
    } while (cursor);
    const all = await club.read('/identity-reviews?limit=100', actors.provinceOperator, clubReviewList);
    expect(seen).toEqual(all.items.map(({ id }) => id));
    const openOnes = await club.read('/identity-reviews?state=open', actors.cityOperator, clubReviewList);
    expect(openOnes.items.every(({ state }) => state === 'open')).toBe(true);
  });

  it('who is none any more sees nothing, and a review that does not exist is not found', async () => {
    const gone: Actor = { subject: 'opr_gone', role: 'operator' };
    const list = await club.read('/identity-reviews', gone, clubReviewList);
    expect(list.items).toEqual([]);
    expect(refusalOf(await club.send('GET', '/identity-reviews/none', { as: actors.cityOperator }))).toEqual([
      404,
      'NOT_FOUND',
    ]);
    expect(refusalOf(await decide(gone, 'none', 'accepted'))).toEqual([404, 'NOT_FOUND']);
    expect(refusalOf(await club.send('GET', '/identity-reviews?cursor=x', { as: gone }))).toEqual([
      422,
      'INVALID_INPUT',
    ]);
    expect(refusalOf(await club.send('GET', '/identity-reviews', { as: actors.member }))).toEqual([
      403,
      'ACTOR_NOT_ALLOWED',
    ]);
  });
});
