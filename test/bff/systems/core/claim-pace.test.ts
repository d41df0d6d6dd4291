import { randomUUID } from 'node:crypto';
import { dispatchWaiting } from '../../../../bff/systems/core/claims/dispatch';
import { moveDueClaims } from '../../../../bff/systems/core/claims/move-claims';
import { course } from '../../../../bff/systems/core/rules/claim-stages';
import { coreDeps, coreSystem } from '../../../../bff/systems/core/definition';
import { verifiedMember } from '../../../../bff/systems/demo-people';
import { startSystem } from '../../../../bff/systems/system';
import type { CoreClaimDetail } from '../../../../bff/upstream/core/contract/claims';
import { startTestSystem, type TestSystem } from '../../../support/one-system';
import { memberOf } from './caller';

let core: TestSystem;
beforeAll(async () => {
  core = await startTestSystem('core', { seeded: true, env: { CLAIM_PACE_SECONDS: '86400' } });
}, 60_000);
afterAll(() => core.stop());

const report = {
  plate: '鲁A7K315',
  scenario: 'singleCar',
  injured: false,
  occurredAt: new Date(Date.now() - 60_000).toISOString(),
  place: { address: '济南市' },
  driverName: '张建国',
  contactPhone: '13800000001',
};
const send = async (subject: string, key: string) =>
  (await memberOf(core, subject).post('/claims', report, key)).body as CoreClaimDetail;
const read = async (subject: string, id: string) =>
  (await memberOf(core, subject).get(`/claims/${id}`)).body as CoreClaimDetail;
const reached = async (id: string) => {
  const { rows } = await core.pool.query<{ detail: string }>(
    "select detail from claim_events where claim_id = $1 and kind = 'status' order by id",
    [id],
  );
  return rows.map(({ detail }) => detail);
};

/** As four servers would at once. */
const round = () =>
  Promise.all(
    Array.from({ length: 4 }, async () => {
      const deps = coreDeps(core.deps);
      // Whoever looks a day later finds every case due to be dispatched.
      await dispatchWaiting(deps, new Date(Date.now() + 2 * 86_400_000));
      await moveDueClaims(deps, 0);
    }),
  );

const member = () => memberOf(core, verifiedMember.memberId);
const photo = { shot: 'ownFront', sha256: 'a'.repeat(64), at: new Date().toISOString() };

/** Long enough for everything that moves by itself. */
async function settled(id: string): Promise<CoreClaimDetail> {
  for (let rounds = 0; rounds < 8; rounds += 1) await round();
  return read(verifiedMember.memberId, id);
}

async function act(path: string, body: object): Promise<unknown> {
  const reply = await member().post(path, body, randomUUID());
  expect(reply.status).toBe(201);
  return reply.body;
}

async function handIn(claim: CoreClaimDetail): Promise<void> {
  for (const { id, state } of claim.papers.items)
    if (state === 'wanted')
      await act(`/claims/${claim.id}/papers/${id}/submission`, { photoIds: ['photo_1'] });
}

async function nameAccounts(claim: CoreClaimDetail): Promise<void> {
  for (const payout of claim.payouts) {
    const path = `/claims/${claim.id}/payouts/${payout.id}/account`;
    const account = {
      payee: 'garage',
      holderName: '示例修理厂',
      bankName: '示例银行',
      accountNumber: '12345678',
    };
    const { confirmationToken } = (await act(path, account)) as { confirmationToken: string };
    await act(`${path}/confirmation`, { confirmationToken });
  }
}

test('a claim goes through every stage once, however many servers move it, and waits where its customer must act', async () => {
  const { id } = await send(verifiedMember.memberId, 'pace-test-0001');
  expect(await settled(id)).toMatchObject({ status: 'contacted', nextAction: { kind: 'takePhotos' } });
  await member().put(`/claims/${id}/photos/photo_1`, photo);
  const amounts = await settled(id);
  expect(amounts).toMatchObject({
    status: 'registered',
    assessment: { state: 'proposed', round: 1 },
    nextAction: { kind: 'answerAssessment' },
  });
  await act(`/claims/${id}/assessment/agreement`, { assessmentId: amounts.assessment?.id });
  const papers = await settled(id);
  expect(papers).toMatchObject({ status: 'assessed', nextAction: { kind: 'uploadPapers' } });
  await handIn(papers);
  const accounts = await settled(id);
  expect(accounts).toMatchObject({ status: 'reviewed', nextAction: { kind: 'giveAccount' } });
  expect(accounts.payouts.length).toBeGreaterThan(0);
  await nameAccounts(accounts);
  await settled(id);
  expect(await reached(id)).toEqual([...course]);
  const claim = await read(verifiedMember.memberId, id);
  expect(claim).toMatchObject({
    status: 'closed',
    open: false,
    statusName: '已办完',
    nextAction: { kind: 'rate' },
  });
  const paid = claim.steps.find(({ code }) => code === 'paid');
  expect(paid).toMatchObject({ name: '赔款已汇出', breached: false });
  const withinMs = Date.parse(paid?.dueAt ?? '') - Date.parse(claim.steps[8]?.doneAt ?? '');
  // The ten days count from the moment the account was confirmed.
  expect(withinMs - 10 * 86_400_000).toBeGreaterThanOrEqual(0);
  expect(withinMs - 10 * 86_400_000).toBeLessThan(60_000);
});

test('a claim whose cover is not the reporter’s waits after the call, insured or not', async () => {
  const insured = await send('mem_test_stranger', 'pace-test-0002');
  for (let rounds = 0; rounds < 5; rounds += 1) await round();
  const claim = await read('mem_test_stranger', insured.id);
  expect(claim).toMatchObject({ status: 'contacted', verified: false });
  expect(claim.steps.find(({ code }) => code === 'registered')?.plain).toBe(
    '先核实这辆车的保单，核实好了就受理。',
  );
});

test('a claim moves no earlier than its pace', async () => {
  const { id } = await send(verifiedMember.memberId, 'pace-test-0003');
  await moveDueClaims(coreDeps(core.deps), 3_600);
  expect(await reached(id)).toEqual(['reported']);
});

test('the claims of the seed stay where they are', async () => {
  await round();
  expect((await read(verifiedMember.memberId, 'demo_claim_open')).status).toBe('contacted');
});

test('a running demonstration moves them by itself', async () => {
  const settings = { ...core.deps.settings, claimPaceSeconds: 1 };
  const running = await startSystem(coreSystem, { ...core.deps, settings });
  const quick = memberOf({ ...core, url: running.url }, verifiedMember.memberId);
  const { id } = (await quick.post('/claims', report, 'pace-test-0004')).body as CoreClaimDetail;
  let claim = await read(verifiedMember.memberId, id);
  while (claim.status === 'reported') claim = await read(verifiedMember.memberId, id);
  expect(claim.status).toBe('dispatched');
  await running.stop();
}, 20_000);

test('in production a surveyor is found and nothing else moves by itself, and no number says demo', async () => {
  const production = await startSystem(coreSystem, { ...core.deps, demo: false });
  const { id, reportNo } = (
    await memberOf({ ...core, url: production.url }, verifiedMember.memberId).post(
      '/claims',
      report,
      'pace-test-0005',
    )
  ).body as CoreClaimDetail;
  await round();
  await round();
  expect(await reached(id)).toEqual(['reported', 'dispatched']);
  expect(reportNo).toMatch(/^R-/);
  await production.stop();
});
