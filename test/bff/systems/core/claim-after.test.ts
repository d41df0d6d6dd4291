import { coreDeps } from '../../../../bff/systems/core/definition';
import { dispatchWaiting } from '../../../../bff/systems/core/claims/dispatch';
import { claimsMember } from '../../../../bff/systems/demo-people';
import type { CoreClaimDetail } from '../../../../bff/upstream/core/contract/claims';
import { startTestSystem, type TestSystem } from '../../../support/one-system';
import { callerOf, memberOf } from './caller';

let core: TestSystem;
beforeAll(async () => {
  core = await startTestSystem('core', { seeded: true, env: { CLAIM_PACE_SECONDS: '86400' } });
}, 60_000);
afterAll(() => core.stop());

const liu = () => memberOf(core, claimsMember.memberId);
const desk = () => callerOf(core, { subject: 'stf_demo_wanglei', role: 'surveyor' });
const read = async (id: string) => (await liu().get(`/claims/${id}`)).body as CoreClaimDetail;
let keys = 0;
const key = () => `after-test-${String((keys += 1)).padStart(4, '0')}`;
const act = (id: string, action: object) => desk().post(`/surveyor/cases/${id}/actions`, action, key());

test('each seeded state says what its customer is to do', async () => {
  const kinds = await Promise.all(
    ['late', 'injury', 'papers', 'amounts', 'account', 'rate'].map(
      async (name) => (await read(`demo_claim_${name}`)).nextAction.kind,
    ),
  );
  expect(kinds).toEqual([
    'takePhotos',
    'takePhotos',
    'uploadPapers',
    'answerAssessment',
    'giveAccount',
    'rate',
  ]);
});

test('nobody called for 14 minutes: the lead took over, the supervisor looks into it, and both are shown', async () => {
  const late = await read('demo_claim_late');
  expect(late.dispatch.escalations.map(({ afterMinutes }) => afterMinutes)).toEqual([5, 10]);
  const contacted = late.steps.find(({ code }) => code === 'contacted');
  expect(contacted).toMatchObject({ breached: true, lookingInto: { name: '郭安', role: '理赔主管' } });
});

test('a report made on the telephone shows up by the own number', async () => {
  expect(await read('demo_claim_hotline')).toMatchObject({ source: 'hotline', verified: false });
});

describe('papers', () => {
  const id = 'demo_claim_papers';
  const ask = { action: 'askAgain', kinds: ['propertyProof'] };

  test('are asked for once: again only with a supervisor’s reason, which is shown as a breach', async () => {
    expect(await act(id, ask)).toMatchObject({ status: 422, body: { code: 'SUPERVISOR_REASON_REQUIRED' } });
    expect((await read(id)).papers.laterRequests).toEqual([]);
    expect((await act(id, { ...ask, supervisorReason: '现场还撞坏了护栏，之前没有发现。' })).status).toBe(
      201,
    );
    expect((await read(id)).papers.laterRequests).toMatchObject([{ allowedBy: '郭安' }]);
  });

  test.each(['vehicleLicence', 'drivingLicence'])(
    'what is on file or on the list cannot be asked for: %s',
    async (kind) => {
      const again = { action: 'askAgain', kinds: [kind], supervisorReason: '再要一次试试。' };
      expect(await act(id, again)).toMatchObject({ status: 409, body: { code: 'PAPER_ALREADY_ON_LIST' } });
    },
  );

  test('are handed in, sent back with a reason, handed in again, accepted', async () => {
    const paper = (await read(id)).papers.items.find(({ state }) => state === 'wanted');
    const submit = () =>
      liu().post(`/claims/${id}/papers/${paper?.id ?? ''}/submission`, { photoIds: ['photo_1'] }, key());
    expect((await submit()).status).toBe(201);
    expect(await submit()).toMatchObject({ status: 409, body: { code: 'PAPER_NOT_WANTED' } });
    await act(id, {
      action: 'reviewPaper',
      paperId: paper?.id,
      decision: 'rejected',
      reason: '看不清，请重拍。',
    });
    expect((await read(id)).papers.items.find((one) => one.id === paper?.id)).toMatchObject({
      state: 'rejected',
      reason: '看不清，请重拍。',
    });
    expect((await submit()).status).toBe(201);
    await act(id, { action: 'reviewPaper', paperId: paper?.id, decision: 'accepted', reason: '收下了。' });
    expect((await submit()).status).toBe(409);
  });
});

test('amounts: an objection brings a new round, an agreement fixes the sums, and the shares add up', async () => {
  const id = 'demo_claim_amounts';
  const first = (await read(id)).assessment;
  const sum = (first?.shares ?? []).reduce((total, { amountFen }) => total + amountFen, 0);
  expect(sum).toBe(first?.totalFen);
  const objection = { assessmentId: first?.id, reason: '大灯应该换新的。' };
  expect((await liu().post(`/claims/${id}/assessment/objection`, objection, key())).status).toBe(201);
  expect(
    (await liu().post(`/claims/${id}/assessment/agreement`, { assessmentId: first?.id }, key())).status,
  ).toBe(409);
  const lines = [{ kind: 'part', side: 'own', label: '大灯', quantity: 1, amountFen: 5_000_00 }];
  expect((await act(id, { action: 'assess', lines })).status).toBe(201);
  const second = (await read(id)).assessment;
  expect(second).toMatchObject({ round: 2, state: 'proposed' });
  const agreed = await liu().post(`/claims/${id}/assessment/agreement`, { assessmentId: second?.id }, key());
  expect(agreed).toMatchObject({ status: 201, body: { status: 'assessed' } });
});

describe('the account', () => {
  const id = 'demo_claim_account';
  const account = {
    payee: 'insured',
    holderName: '刘敏',
    bankName: '示例银行',
    accountNumber: '6222020000000000009',
  };
  const payout = async (purpose: string) => (await read(id)).payouts.find((one) => one.purpose === purpose);
  const propose = async (purpose: string, body: object) =>
    liu().post(`/claims/${id}/payouts/${(await payout(purpose))?.id ?? ''}/account`, body, key());
  const luhn = (digits: string) => {
    for (let check = 0; check < 10; check += 1) {
      const sum = [...`${digits}${check}`].reverse().reduce((total, digit, at) => {
        const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
        return total + (value > 9 ? value - 9 : value);
      }, 0);
      if (sum % 10 === 0) return `${digits}${check}`;
    }
    return digits;
  };
  const good = { ...account, accountNumber: luhn('622202000000000012') };

  test('money for the others never goes to the insured first (保险法 65)', async () => {
    expect(await propose('thirdPartyLiability', good)).toMatchObject({
      status: 409,
      body: { code: 'PAYEE_NOT_ALLOWED' },
    });
  });

  test('a wrong digit and a foreign name are refused; whose name it has to be is said before, masked', async () => {
    expect((await payout('ownDamage'))?.insuredNameMasked).toBe('刘*');
    const wrong = {
      ...good,
      accountNumber: good.accountNumber.replace(/.$/, (last) => String((Number(last) + 1) % 10)),
    };
    expect((await propose('ownDamage', wrong)).status).toBe(422);
    expect((await propose('ownDamage', { ...good, holderName: '别人' })).status).toBe(422);
  });

  test('the insured’s own account is not the victim’s, whichever is named first, also at once', async () => {
    const victim = { ...good, payee: 'victim', holderName: '赵六' };
    const both = await Promise.all([
      propose('ownDamage', good),
      propose('thirdPartyLiability', { ...victim, accountNumber: `${good.accountNumber} ` }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    const refused = both.find(({ status }) => status === 422);
    expect(refused?.body).toMatchObject({
      errors: [{ path: 'accountNumber', code: 'ACCOUNT_OF_ANOTHER_PAYEE' }],
    });
    await core.pool.query(
      `update claim_payouts set state = 'accountWanted', payee = null, account_sealed = null, account_check = null
       where claim_id = $1`,
      [id],
    );
    expect((await propose('ownDamage', good)).status).toBe(201);
    expect((await propose('thirdPartyLiability', { ...victim, payee: 'garage' })).status).toBe(422);
    const theirs = { ...victim, accountNumber: luhn('622202000000000034') };
    expect((await propose('thirdPartyLiability', theirs)).status).toBe(201);
  });

  test('is read back masked, confirmed with its own token, and paid exactly once', async () => {
    const first = (await propose('ownDamage', good)).body as {
      confirmationToken: string;
      accountMasked: string;
    };
    expect(first.accountMasked).toBe(`**** **** **** ${good.accountNumber.slice(-4)}`);
    const second = (await propose('ownDamage', good)).body as { confirmationToken: string };
    const { id: payoutId } = (await payout('ownDamage')) ?? { id: '' };
    const confirm = (confirmationToken: string) =>
      liu().post(`/claims/${id}/payouts/${payoutId}/account/confirmation`, { confirmationToken }, key());
    expect(await confirm(first.confirmationToken)).toMatchObject({
      status: 409,
      body: { code: 'CONFIRMATION_OUTDATED' },
    });
    expect((await confirm(second.confirmationToken)).status).toBe(201);
    const paid = await Promise.all(Array.from({ length: 10 }, () => act(id, { action: 'pay', payoutId })));
    expect(paid.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    expect(await payout('ownDamage')).toMatchObject({
      state: 'paid',
      receiptNo: expect.stringMatching(/^DEMO-FK-/) as string,
    });
  });
});

test('a withdrawal can be undone within 24 hours and not a moment later', async () => {
  const id = 'demo_claim_injury';
  const withdraw = () => liu().post(`/claims/${id}/withdrawal`, { reason: '私下谈好了' }, key());
  expect((await withdraw()).body).toMatchObject({
    status: 'withdrawn',
    nextAction: { kind: 'undoWithdrawal' },
  });
  expect((await liu().post(`/claims/${id}/withdrawal/undo`, undefined, key())).body).toMatchObject({
    status: 'contacted',
    open: true,
  });
  await withdraw();
  await core.pool.query(
    'update claim_withdrawals set undo_until = now() where claim_id = $1 and undone_at is null',
    [id],
  );
  expect(await liu().post(`/claims/${id}/withdrawal/undo`, undefined, key())).toMatchObject({
    status: 409,
    body: { code: 'WITHDRAWAL_FINAL' },
  });
});

test('a paper that waits to be read owes nothing for the time in which the report was withdrawn, or the claim had ended', async () => {
  const id = 'demo_claim_papers';
  const waiting = async () => (await read(id)).papers.items.find(({ state }) => state === 'received');
  await core.pool.query(
    `update claim_papers set state = 'received', review_due_at = now() - interval '2 hours'
     where id = (select min(id) from claim_papers where claim_id = $1)`,
    [id],
  );
  expect((await waiting())?.late).not.toBeNull();
  await liu().post(`/claims/${id}/withdrawal`, { reason: '私下谈好了' }, key());
  expect((await waiting())?.late).toBeNull();
  await core.pool.query(
    "update claim_withdrawals set at = now() - interval '3 hours' where claim_id = $1 and undone_at is null",
    [id],
  );
  expect((await liu().post(`/claims/${id}/withdrawal/undo`, undefined, key())).status).toBe(201);
  expect((await waiting())?.late).toBeNull();
  await core.pool.query("update claims set status = 'refused', open = false where id = $1", [id]);
  await core.pool.query(
    "update claim_papers set review_due_at = now() - interval '2 hours' where claim_id = $1 and state = 'received'",
    [id],
  );
  expect((await liu().post(`/claims/${id}/reopening`, { reason: '请再看一次。' }, key())).status).toBe(201);
  expect(await waiting()).toMatchObject({ late: null });
});

test('a rating is given once, and the same request again gets the same answer', async () => {
  const path = '/claims/demo_claim_rate/satisfaction';
  const first = await liu().post(path, { score: 5 }, 'rating-key-0001');
  const again = await liu().post(path, { score: 5 }, 'rating-key-0001');
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
  expect((await liu().post(path, { score: 1 }, 'rating-key-0001')).status).toBe(422);
  expect((await liu().post(path, { score: 1 }, key())).status).toBe(409);
});

test('two dispatchers never give one case twice, and nobody gets more than fits', async () => {
  await core.pool.query(`update surveyors set capacity = open_cases + 2`);
  const report = {
    plate: '鲁A00000',
    scenario: 'singleCar',
    injured: false,
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    place: { address: '济南市', latitude: 36.65, longitude: 117.03 },
    driverName: '测试',
    contactPhone: '13811112222',
  };
  for (let sent = 0; sent < 5; sent += 1)
    await memberOf(core, 'mem_test_queue').post('/claims', report, key());
  const deps = coreDeps(core.deps);
  const at = new Date(Date.now() + 2 * 86_400_000);
  const given = await Promise.all(Array.from({ length: 4 }, () => dispatchWaiting(deps, at)));
  expect(given.reduce((sum, one) => sum + one, 0)).toBe(2);
  const { rows } = await core.pool.query<{ count: number }>(
    'select count(*) as count from surveyors where open_cases > capacity',
  );
  expect(rows[0]?.count).toBe(0);
});
