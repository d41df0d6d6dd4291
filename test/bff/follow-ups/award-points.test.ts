import { awardPoints } from '../../../bff/follow-ups/award-points';
import { createUpstream } from '../../../bff/http/create-upstream';
import { toInstant } from '../../../bff/http/instants';
import { elderMember } from '../../../bff/systems/demo-people';
import { createEarning } from '../../../bff/upstream/club/earning';
import { startClub, type ClubUnderTest } from '../systems/club/start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

test('an occasion that is refused for good does not hold up those behind it', async () => {
  const upstream = createUpstream({
    name: 'club',
    baseUrl: club.url,
    serviceKey: club.serviceKey,
    readDeadlineMs: 5_000,
    writeDeadlineMs: 5_000,
  });
  const happenedAt = toInstant(new Date(Date.now() - 60_000));
  const occasion = (name: string) =>
    ({ memberId: elderMember.memberId, rule: 'policyStart', occasion: name, happenedAt }) as const;
  const refused = { ...occasion('pol_refused'), happenedAt: 'some day' };
  await expect(awardPoints(createEarning(upstream), [refused, occasion('pol_behind')])).rejects.toThrow();
  const { rows } = await club.pool.query(
    `select request_id from points_transactions where request_scope = 'rule:policyStart' and request_id like 'pol_%'`,
  );
  expect(rows).toContainEqual({ request_id: 'pol_behind' });
  await upstream.close();
});
