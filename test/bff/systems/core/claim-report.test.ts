import type { CoreClaimDetail } from '../../../../bff/upstream/core/contract/claims';
import { unverifiedMember, verifiedMember } from '../../../../bff/systems/demo-people';
import { startTestSystem, type TestSystem } from '../../../support/one-system';
import { callerOf, memberOf, systemOf, type Reply } from './caller';

let core: TestSystem;
beforeAll(async () => {
  // A pace of a day: nothing moves while a test looks.
  core = await startTestSystem('core', { seeded: true, env: { CLAIM_PACE_SECONDS: '86400' } });
}, 60_000);
afterAll(() => core.stop());

const zhang = verifiedMember.memberId;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
/** Before any policy of the seed, and still within the two years of the law. */
const longAgo = minutesAgo(720 * 24 * 60);
const report = {
  plate: '鲁A7K315',
  scenario: 'rearEnd',
  injured: false,
  occurredAt: minutesAgo(20),
  place: { address: '济南市历下区经十路与舜耕路路口', latitude: 36.64, longitude: 117.02 },
  driverName: '张建国',
  contactPhone: '13800000001',
  description: '等红灯时被追尾',
  otherParties: [{ plate: '鲁B12345', insurer: '另一家', name: '王某', phone: '13912345678' }],
};
let keys = 0;
const newKey = () => `claim-test-${String((keys += 1)).padStart(4, '0')}`;
const send = (subject: string, body: object, key = newKey()) =>
  memberOf(core, subject).post('/claims', body, key);
const claimOf = (reply: Reply) => reply.body as CoreClaimDetail;
const policiesBehind = async (id: string) => {
  const { rows } = await core.pool.query<{ policy_id: string }>(
    'select policy_id from claim_policies where claim_id = $1 order by policy_id',
    [id],
  );
  return rows.map((row) => row.policy_id);
};

describe('a report', () => {
  test('gets a number at once, with what happens next, who does it and until when', async () => {
    const reply = await send(zhang, report);
    expect(reply.status).toBe(201);
    expect(reply.headers.get('idempotent-replayed')).toBeNull();
    const claim = claimOf(reply);
    expect(claim).toMatchObject({
      status: 'reported',
      statusName: '正在安排查勘员',
      verified: true,
      open: true,
      plate: '鲁A7K315',
      stepNumber: 2,
      stepCount: 10,
      receivedPhotoIds: [],
      // The licence of a verified person's car is on file: no picture of it is asked for.
      requiredShots: expect.not.arrayContaining([
        expect.objectContaining({ shot: 'vehicleLicence' }),
      ]) as unknown,
      nextAction: { kind: 'takePhotos', title: '继续拍照，还差 8 张' },
    });
    expect(claim.reportNo).toMatch(/^DEMO-\d{6}-\d{8}$/);
    expect(claim.current).toMatchObject({ code: 'dispatched', owner: { name: '陈丽', role: '派单组长' } });
    const minutesTo = (code: string) => {
      const dueAt = claim.steps.find((step) => step.code === code)?.dueAt ?? '';
      return (Date.parse(dueAt) - Date.parse(claim.reportedAt)) / 60_000;
    };
    expect(['dispatched', 'contacted', 'papersListed'].map(minutesTo)).toEqual([1, 10, 1440]);
    for (const step of claim.steps) {
      expect(step.owner.name).not.toBe('');
      expect(step.owner.phone).not.toBeNull();
    }
    expect(await policiesBehind(claim.id)).toEqual(['pol_demo_fuel_jq', 'pol_demo_fuel_sy']);
  });

  test('sent again gets the same receipt, byte for byte, and is one claim', async () => {
    const key = newKey();
    const first = await send(zhang, report, key);
    const again = await send(zhang, { ...report }, key);
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    const { rowCount } = await core.pool.query(
      'select 1 from claims where subject = $1 and request_id = $2',
      [zhang, key],
    );
    expect(rowCount).toBe(1);
  });

  test('sent twenty times at once is one claim', async () => {
    const key = newKey();
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(zhang, report, key)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map((reply) => claimOf(reply).id)).size).toBe(1);
    expect(replies.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
  });

  test('under the same key with other content is refused and changes nothing', async () => {
    const key = newKey();
    const first = await send(zhang, report, key);
    const changed = await send(zhang, { ...report, injured: true }, key);
    expect(changed).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    const { body } = await memberOf(core, zhang).get(`/claims/${claimOf(first).id}`);
    expect(body).toMatchObject({ injured: false });
  });

  test('the key belongs to its sender: another member’s same key is another claim', async () => {
    const key = newKey();
    const one = await send(zhang, report, key);
    const other = await send('mem_test_friend', report, key);
    expect(other.status).toBe(201);
    expect(claimOf(other).id).not.toBe(claimOf(one).id);
  });

  test('needs a key', async () => {
    const reply = await memberOf(core, zhang).post('/claims', report);
    expect(reply).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY_KEY_REQUIRED' } });
  });

  test('about people hurt goes to the specialist and asks for medical papers first', async () => {
    const hurt = {
      ...report,
      injured: true,
      casualties: [{ side: 'other', count: 1, hospital: '省立医院' }],
    };
    const claim = claimOf(await send(zhang, hurt));
    expect(claim.requiredShots[0]).toMatchObject({ shot: 'medicalPapers', name: '医院的单据' });
    const contacted = claim.steps.find(({ code }) => code === 'contacted');
    expect(contacted).toMatchObject({
      name: '人伤专员给您打电话',
      owner: { name: '孙倩', role: '人伤专员' },
    });
  });
});

describe('the car', () => {
  const { plate: _, ...withoutPlate } = report;

  test('may be named by a policy of one’s own', async () => {
    const claim = claimOf(await send(zhang, { ...withoutPlate, policyId: 'pol_demo_electric_jq' }));
    expect(claim).toMatchObject({ plate: '鲁AD52816', verified: true });
    expect(await policiesBehind(claim.id)).toEqual(['pol_demo_electric_jq', 'pol_demo_electric_sy']);
  });

  test.each(['pol_demo_li_jq', 'pol_nowhere'])('%s is not one’s own: 404', async (policyId) =>
    expect(await send(zhang, { ...withoutPlate, policyId })).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    }),
  );

  test('the policies are those in force when it happened: last year’s for last year’s accident', async () => {
    const { rows } = await core.pool.query<{ at: Date }>(
      "select starts_at - interval '1 day' as at from policies where id = 'pol_demo_fuel_jq'",
    );
    const claim = claimOf(await send(zhang, { ...report, occurredAt: rows[0]?.at.toISOString() }));
    expect(claim.verified).toBe(true);
    expect(await policiesBehind(claim.id)).toEqual(['pol_demo_fuel_last_sy']);
  });

  test('an expired policy is no reason to refuse: 待核实', async () => {
    const claim = claimOf(await send(zhang, { ...report, plate: '鲁AD52816', occurredAt: longAgo }));
    expect(claim).toMatchObject({ verified: false, status: 'reported' });
    expect(await policiesBehind(claim.id)).toEqual([]);
  });
});

describe('a stranger’s plate', () => {
  const without = (reply: Reply) => {
    const { id, reportNo, reportedAt, asOf, occurredAt, plate, steps, current, ...rest } = claimOf(reply);
    const timeless = steps.map(({ dueAt, doneAt, ...step }) => ({
      ...step,
      due: dueAt !== null,
      done: doneAt !== null,
    }));
    return { ...rest, steps: timeless, current: current?.code };
  };

  test('tells nothing: insured, not insured and unlinked answer alike', async () => {
    const insured = await send('mem_test_stranger', report);
    const unknown = await send('mem_test_stranger', { ...report, plate: '鲁A00000' });
    const expired = await send('mem_test_stranger', { ...report, occurredAt: longAgo });
    expect([insured.status, unknown.status, expired.status]).toEqual([201, 201, 201]);
    expect(without(insured)).toEqual(without(unknown));
    expect(without(expired)).toEqual(without(unknown));
    expect(claimOf(insured).verified).toBe(false);
  });

  test('is seen by its policyholder all the same, and counts as verified there', async () => {
    const { id } = claimOf(await send('mem_test_stranger', report));
    const owner = await memberOf(core, zhang).get(`/claims/${id}`);
    expect(owner).toMatchObject({ status: 200, body: { verified: true } });
  });

  test('becomes verified once the reporter’s identity is linked', async () => {
    const li = unverifiedMember.memberId;
    const { id, verified } = claimOf(await send(li, { ...report, plate: '鲁A9P208' }));
    expect(verified).toBe(false);
    const { name, idNumber } = unverifiedMember;
    await systemOf(core).put('/identity-links', { subject: li, kind: 'person', name, idNumber });
    expect((await memberOf(core, li).get(`/claims/${id}`)).body).toMatchObject({ verified: true });
  });
});

describe('an accident of long ago', () => {
  const twoYearsAgo = (moreDays: number) => {
    const at = new Date(Date.now() + moreDays * 86_400_000);
    at.setUTCFullYear(at.getUTCFullYear() - 2);
    return at.toISOString();
  };

  test('is refused after the two years of the law, with words, and not a day before', async () => {
    const late = await send(zhang, { ...report, occurredAt: twoYearsAgo(-1) });
    expect(late).toMatchObject({
      status: 422,
      body: { code: 'INVALID_INPUT', errors: [{ path: 'occurredAt', code: 'TOO_LONG_AGO' }] },
    });
    expect((await send(zhang, { ...report, occurredAt: twoYearsAgo(2) })).status).toBe(201);
  });

  test('told on the telephone is taken by a person, and its sums can be made', async () => {
    const old = { ...report, occurredAt: '1999-01-01T00:00:00+08:00' };
    const taken = await systemOf(core).post('/hotline-claims', old, newKey());
    expect(taken.status).toBe(201);
    const { id } = claimOf(taken);
    const desk = callerOf(core, { subject: 'stf_demo_wanglei', role: 'surveyor' });
    const act = (action: object) => desk.post(`/surveyor/cases/${id}/actions`, action, newKey());
    const survey = {
      ...{ action: 'survey', faultPercent: 70, agreed: true, policeDecided: false, outsideProperty: false },
      ...{ otherHasCompulsory: true, estimatedOwnFen: 100_00, estimatedOtherFen: 100_00 },
    };
    const line = { kind: 'part', side: 'other', label: '保险杠', quantity: 1, amountFen: 2_150_00 };
    for (const action of [{ action: 'contact' }, survey, { action: 'listPapers' }, { action: 'register' }])
      expect((await act(action)).status).toBe(201);
    const assessed = await act({ action: 'assess', lines: [line] });
    expect(assessed).toMatchObject({
      status: 201,
      body: { claim: { assessment: { totalFen: 2_150_00 } } },
    });
  });
});

describe('bad input', () => {
  const { plate: _, ...withoutPlate } = report;
  test.each<[string, object, string]>([
    ['no car at all', withoutPlate, 'plate'],
    ['a car named twice', { ...report, policyId: 'pol_demo_fuel_jq' }, 'plate'],
    ['an unknown scenario', { ...report, scenario: 'flight' }, 'scenario'],
    ['no answer about injuries', { ...report, injured: undefined }, 'injured'],
    ['no time', { ...report, occurredAt: '昨天' }, 'occurredAt'],
    [
      'an accident tomorrow',
      { ...report, occurredAt: new Date(Date.now() + 86_400_000).toISOString() },
      'occurredAt',
    ],
    ['no address', { ...report, place: { address: '' } }, 'place.address'],
    ['a description beyond measure', { ...report, description: 'x'.repeat(501) }, 'description'],
    ['an unknown field', { ...report, paid: true }, ''],
  ])('%s is refused with a Chinese message', async (_, body, path) => {
    const reply = await send(zhang, body);
    expect(reply.status).toBe(422);
    const { code, errors } = reply.body as { code: string; errors: { path: string; message: string }[] };
    expect(code).toBe('INVALID_INPUT');
    expect(errors[0]).toMatchObject({ path, message: expect.stringMatching(/[\u4e00-\u9fff]/) as string });
  });

  test('a refused report leaves its key free', async () => {
    const key = newKey();
    expect((await send(zhang, { ...report, injured: undefined }, key)).status).toBe(422);
    expect((await send(zhang, report, key)).status).toBe(201);
  });
});

test('what happened is kept and cannot be rewritten', async () => {
  const { id } = claimOf(await send(zhang, report));
  const { rows } = await core.pool.query(
    'select kind, detail, actor_subject from claim_events where claim_id = $1',
    [id],
  );
  expect(rows).toEqual([{ kind: 'status', detail: 'reported', actor_subject: zhang }]);
  await expect(
    core.pool.query('update claim_events set detail = $2 where claim_id = $1', [id, 'paid']),
  ).rejects.toThrow('append-only');
  await expect(core.pool.query('delete from claim_events where claim_id = $1', [id])).rejects.toThrow(
    'append-only',
  );
});

test('a core without branches and people still takes a report: the hotline owns every step', async () => {
  const empty = await startTestSystem('core', { env: { CLAIM_PACE_SECONDS: '86400' } });
  const reply = await memberOf(empty, zhang).post('/claims', report, newKey());
  expect(reply.status).toBe(201);
  const owners = claimOf(reply).steps.map(({ owner }) => owner);
  expect(new Set(owners.map(({ name, phone }) => `${name} ${phone ?? ''}`))).toEqual(
    new Set(['示例财险 400-000-0000']),
  );
  await empty.stop();
}, 60_000);
