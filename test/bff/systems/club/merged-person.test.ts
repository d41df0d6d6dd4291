import { inTransaction } from '../../../../bff/database/transaction';
import type { Actor } from '../../../../bff/http/service-token';
import { toInstant } from '../../../../bff/http/instants';
import { createClub } from '../../../../bff/systems/club/club';
import { messageOf } from '../../../../bff/systems/club/jobs/message-of';
import { mergeMembers } from '../../../../bff/systems/club/people/merge-members';
import { elderMember } from '../../../../bff/systems/demo-people';
import {
  clubMergeList,
  clubPersonalData,
  memberNow,
  voucherReportAnswer,
} from '../../../../bff/upstream/club/contract';
import { listenTo, scansWithoutIndex } from '../../../support/query-plans';
import { actors } from './actors';
import { counterSteps } from './counter-steps';
import { newKey, parse, startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());
const counter = counterSteps(() => club);

const copyOf = (as: Actor) => club.read('/members/me/personal-data', as, clubPersonalData);
const send = (method: string, path: string, as: Actor, body?: object) =>
  club.send(method, path, { as, key: newKey(), ...(body && { body }) });

const merge = (from: Actor, into: Actor) =>
  inTransaction(club.pool, (client) =>
    mergeMembers(client, { from: from.subject, into: into.subject, cause: 'identityReview' }),
  );

/** The use, and the report that says it was somebody else's. */
async function disownedUse(): Promise<{ use: string; report: string }> {
  const voucherId = await counter.issue();
  const { id } = await counter.redeemed({ scanToken: await counter.scan(voucherId) });
  const report = { kind: 'notMe', redemptionId: id, comment: '我那天在外地' };
  const said = await send('POST', `/vouchers/${voucherId}/reports`, actors.member, report);
  return { use: id, report: parse(said, voucherReportAnswer).report.id };
}

it('somebody who was three members reads in one copy what all of them did', async () => {
  const told = await disownedUse();
  await send('POST', '/points/sign-ins', actors.member);
  const review = { kind: 'person', name: '李雪梅', idNumber: '440524188001010014', cause: 'noMatch' };
  expect((await send('POST', '/identity-reviews', actors.basicMember, review)).status).toBe(201);
  const [first, second, own] = [
    await copyOf(actors.member),
    await copyOf(actors.basicMember),
    await copyOf(actors.elder),
  ];
  expect([first.uses.length > 0, first.reports.length, second.reviews.length]).toEqual([true, 1, 1]);
  // In a chain: the first had become the second before that became this one.
  await merge(actors.member, actors.basicMember);
  await merge(actors.basicMember, actors.elder);
  const copy = await copyOf(actors.elder);
  expect(copy.uses).toHaveLength(own.uses.length + first.uses.length + second.uses.length);
  expect(copy.reports).toMatchObject([{ kind: 'notMe', comment: '我那天在外地' }]);
  expect(copy.reviews).toMatchObject([{ name: '李雪梅' }]);
  expect(copy.signInDays).toEqual(first.signInDays);
  // What is still to be told about the first account goes to whom it is now.
  const closing = { answer: '查清了，不是您用的' };
  expect(
    (await send('POST', `/tickets/${told.report}/closing`, actors.provinceOperator, closing)).status,
  ).toBe(201);
  const asked = createClub(club.deps);
  for (const [kind, subjectId] of [
    ['voucherUsed', told.use],
    ['ticketClosed', told.report],
  ] as const)
    expect(await messageOf(asked, { kind, subjectId })).toMatchObject({ phone: elderMember.phone });
});

it('who somebody was before is found without reading every member', async () => {
  const asked = listenTo(club.deps.pool);
  const award = {
    memberId: elderMember.memberId,
    rule: 'policyStart',
    occasion: 'pol_of_somebody_merged',
    happenedAt: toInstant(new Date(Date.now() - 60_000)),
  };
  expect((await send('POST', '/points/awards', actors.system, award)).status).toBe(201);
  await copyOf(actors.elder);
  expect((await send('GET', '/identity-reviews/latest', actors.elder)).status).toBe(200);
  const selves = asked.filter(({ text }) => text.includes('member_merges'));
  expect(selves.length).toBeGreaterThanOrEqual(3);
  const scans = await Promise.all(
    selves.map((one) => scansWithoutIndex(club.pool, one, new Set(['members', 'member_merges']))),
  );
  expect(scans.flat()).toEqual([]);
});

it('a merge is told until it was taken, and nothing else of it ever changes', async () => {
  const toTell = async () => (await club.read('/member-merges', actors.system, clubMergeList)).items;
  const [first, second] = await toTell();
  expect([first?.from, second?.into]).toEqual([actors.member.subject, actors.elder.subject]);
  expect((await send('DELETE', `/member-merges/${first?.id ?? ''}`, actors.system)).status).toBe(204);
  expect((await toTell()).map(({ id }) => id)).toEqual([second?.id]);
  await expect(club.pool.query('update member_merges set into_member_id = from_member_id')).rejects.toThrow(
    'told_at',
  );
  await expect(club.pool.query('delete from member_merges')).rejects.toThrow('appended');
});

it('who a member is now stands at the end of the chain', async () => {
  const nowOf = async ({ subject }: Actor) =>
    (await club.read(`/members/${subject}/now`, actors.system, memberNow)).id;
  const everybody = [actors.member, actors.basicMember, actors.elder];
  expect(await Promise.all(everybody.map(nowOf))).toEqual(everybody.map(() => actors.elder.subject));
  expect((await send('GET', `/members/${actors.elder.subject}/now`, actors.elder)).status).toBe(403);
});
