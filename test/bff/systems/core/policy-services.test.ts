import { randomUUID } from 'node:crypto';
import type { CorePolicyDetail, CorePolicySummary } from '../../../../bff/upstream/core/contract/policies';
import type { CoreServiceRecord } from '../../../../bff/upstream/core/contract/policy-services';
import type { WorkedExample } from '../../../../bff/upstream/core/contract/worked-example';
import { elderMember, verifiedMember } from '../../../../bff/systems/demo-people';
import { startTestSystem, type TestSystem } from '../../../support/one-system';
import { memberOf, systemOf } from './caller';

let core: TestSystem;
beforeAll(async () => {
  core = await startTestSystem('core', { seeded: true });
}, 60_000);
afterAll(() => core.stop());

const zhang = () => memberOf(core, verifiedMember.memberId);
const elder = () => memberOf(core, elderMember.memberId);
const detail = async (id: string) => (await zhang().get(`/policies/${id}`)).body as CorePolicyDetail;
const ids = async () =>
  ((await zhang().get('/policies')).body as { items: CorePolicySummary[] }).items.map(({ id }) => id);

describe('a policy by its number', () => {
  const add = (policyNo: string, caller = zhang()) => caller.post('/policy-links', { policyNo });
  const FUEL = 'pol_demo_fuel_sy';

  test('is taken off the list, is gone everywhere, and comes back by its number', async () => {
    expect((await zhang().delete(`/policy-links/${FUEL}`)).status).toBe(204);
    expect((await zhang().delete(`/policy-links/${FUEL}`)).status).toBe(204);
    expect(await ids()).not.toContain(FUEL);
    expect((await zhang().get(`/policies/${FUEL}`)).status).toBe(404);
    expect(await add('DEMO-SY-7315-0086-0001')).toMatchObject({
      status: 200,
      body: { policy: { id: FUEL, myRoles: ['policyholder', 'insured', 'owner'] } },
    });
    expect(await ids()).toContain(FUEL);
  });

  test('of somebody else and one that nobody has are answered alike', async () => {
    const foreign = await add('DEMO-SY-9208-0086-0003');
    const unknown = await add('DEMO-SY-0000-0000-0000');
    const strip = ({ body }: { body: unknown }) => ({ ...(body as object), requestId: '' });
    expect(foreign.status).toBe(404);
    expect(strip(foreign)).toEqual(strip(unknown));
    expect(foreign.body).toMatchObject({ code: 'POLICY_NOT_LINKED' });
  });

  test('whose car one owns without being policyholder or insured is not linked', async () => {
    const subject = 'mem_test_owner_only';
    const spouse = { subject, kind: 'person', name: '陈秀兰', idNumber: '370102198705212045' };
    await systemOf(core).put('/identity-links', spouse);
    expect((await add('DEMO-SY-5281-0086-0002', memberOf(core, subject))).status).toBe(404);
  });

  test('that was written after the identity check is found by the identity itself', async () => {
    const subject = 'mem_test_late';
    const person = { subject, kind: 'person', name: '赵小虎', idNumber: '440524188001010014' };
    expect((await systemOf(core).put('/identity-links', person)).body).toEqual({ customers: 0, policies: 0 });
    // The customer appears later, as after a first purchase at the counter.
    await core.pool.query(
      `insert into customers (id, branch_id, kind, name_sealed, name_index, id_type, id_number_sealed, id_number_index)
       select 'cus_test_late', branch_id, 'person', name_sealed, v.name_index, '01', id_number_sealed, v.id_number_index
       from customers c, verified_identities v where c.id = 'cus_demo_li' and v.subject = $1`,
      [subject],
    );
    await core.pool.query(
      "update policies set policyholder_id = 'cus_test_late', insured_id = 'cus_test_late' where id = 'pol_demo_li_sy'",
    );
    expect((await add('DEMO-SY-9208-0086-0003', memberOf(core, subject))).status).toBe(200);
  });

  test('without any proved identity links nothing', async () =>
    expect((await add('DEMO-SY-7315-0086-0001', memberOf(core, 'mem_test_nobody'))).status).toBe(404));
});

describe('a made-up accident', () => {
  const work = async (id: string, query = '') =>
    (await zhang().get(`/policies/${id}/worked-example${query}`)).body as WorkedExample;
  const paid = ({ lines }: WorkedExample) => lines.map(({ payer, amountFen }) => [payer, amountFen / 100]);

  test('begins with ¥80,000 and counts the compulsory policy of the same car', async () => {
    const example = await work('pol_demo_fuel_sy');
    expect(paid(example)).toEqual([
      ['compulsory', 2_000],
      ['thirdParty', 78_000],
    ]);
    expect(example).toMatchObject({ ownFen: 0, notes: [], choices: { holidayDoubles: true } });
    expect((await detail('pol_demo_fuel_sy')).example).toMatchObject({ lines: example.lines });
  });

  test('seen from the compulsory policy uses the commercial one', async () =>
    expect(paid(await work('pol_demo_fuel_jq', '?otherCarFen=500000'))).toEqual([
      ['compulsory', 2_000],
      ['thirdParty', 3_000],
    ]));

  test('last year’s deductible counts for an accident of last year', async () =>
    expect(paid(await work('pol_demo_fuel_last_sy', '?otherCarFen=8000000&fault=main'))).toEqual([
      ['compulsory', 2_000],
      ['thirdParty', 51_870],
      ['own', 2_730],
      ['otherSide', 23_400],
    ]));

  test('before and after the limits changed, inside one policy', async () => {
    const at = (day: string) => work('pol_demo_fuel_2020_jq', `?occurredOn=${day}&otherInjuryFen=15000000`);
    const before = await at('2020-09-18');
    expect(before.choices.limitsChangeOn).toBe('2020-09-19');
    expect(paid(before)[0]).toEqual(['compulsory', 110_000]);
    expect(paid(await at('2020-09-19'))).toEqual([['compulsory', 150_000]]);
  });

  test.each(['2020-03-10', '2021-03-11'])('on %s, outside the policy, is refused', async (day) =>
    expect(
      await zhang().get(`/policies/pol_demo_fuel_2020_jq/worked-example?occurredOn=${day}`),
    ).toMatchObject({ status: 422, body: { errors: [{ path: 'occurredOn' }] } }),
  );

  test.each(['otherCarFen=-1', 'otherCarFen=1.5', 'fault=half', 'holiday=1', 'who=me'])(
    '%s is refused',
    async (query) =>
      expect((await zhang().get(`/policies/pol_demo_fuel_sy/worked-example?${query}`)).status).toBe(422),
  );

  test('on somebody else’s policy does not exist', async () =>
    expect((await zhang().get('/policies/pol_demo_wang_sy/worked-example')).status).toBe(404));
});

describe('business with a receipt', () => {
  const key = () => randomUUID();
  const change = (body: object, requestId = key()) =>
    zhang().post('/policies/pol_demo_fuel_sy/contact-changes', body, requestId);
  const undo = (id: string, requestId = key()) =>
    zhang().post(`/service-records/${id}/undo`, undefined, requestId);
  const recordOf = ({ body }: { body: unknown }) => body as CoreServiceRecord;

  test('a new address is a record; the same request again is the same record', async () => {
    const requestId = key();
    const before = (await detail('pol_demo_fuel_sy')).contact?.address;
    const first = await change({ address: '济南市历下区泉城路 1 号' }, requestId);
    expect(first.status).toBe(201);
    expect(recordOf(first)).toMatchObject({
      kind: 'contactChange',
      receiptNo: expect.stringMatching(/^DEMO-YW-\d{6}-\d{8}$/),
      changes: [{ field: 'address', before, after: '济南市历下区泉城路 1 号' }],
      policies: 4,
      canUndo: true,
    });
    const again = await change({ address: '济南市历下区泉城路 1 号' }, requestId);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect((await change({ address: '济南市历下区泉城路 2 号' }, requestId)).body).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect((await detail('pol_demo_electric_sy')).contact?.address).toBe('济南市历下区泉城路 1 号');
    expect((await change({ address: '济南市历下区泉城路 1 号' })).body).toMatchObject({
      code: 'NOTHING_CHANGED',
    });
  });

  test('taken back it stands as before, once, and both records stay', async () => {
    const before = (await detail('pol_demo_fuel_sy')).contact;
    const record = recordOf(await change({ phone: '13900000009' }));
    expect((await detail('pol_demo_fuel_sy')).contact?.phone).toBe('13900000009');
    const undone = await undo(record.id);
    expect(recordOf(undone)).toMatchObject({ kind: 'contactRestored', canUndo: false });
    expect((await detail('pol_demo_fuel_sy')).contact).toEqual(before);
    expect((await undo(record.id)).body).toMatchObject({ code: 'NOT_UNDOABLE' });
    const { items } = (await zhang().get('/service-records')).body as { items: CoreServiceRecord[] };
    expect(items.slice(0, 2).map(({ id }) => id)).toEqual([recordOf(undone).id, record.id]);
  });

  test('what was changed again since is not put back over it', async () => {
    const first = recordOf(await change({ phone: '13900000011' }));
    await change({ phone: '13900000012' });
    expect((await undo(first.id)).body).toMatchObject({ code: 'CHANGED_SINCE' });
    expect((await detail('pol_demo_fuel_sy')).contact?.phone).toBe('13900000012');
  });

  test('the insured alone cannot change where the policyholder is reached', async () => {
    const answer = await elder().post(
      '/policies/pol_demo_wang_sy/contact-changes',
      { phone: '13900000009' },
      key(),
    );
    expect(answer).toMatchObject({ status: 409, body: { code: 'NOT_POLICYHOLDER' } });
    const seen = (await elder().get('/policies/pol_demo_wang_sy')).body as CorePolicyDetail;
    expect(seen.contact).toBeNull();
  });

  test('a loss is reported once, shown on the policy, and cancelled when it is found', async () => {
    const report = (item: string) =>
      zhang().post('/policies/pol_demo_electric_jq/loss-reports', { item }, key());
    const both = await Promise.all([report('mark'), report('mark')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [loss] = (await detail('pol_demo_electric_jq')).losses;
    expect(loss).toMatchObject({ item: 'mark' });
    expect((await undo(loss?.recordId ?? '')).body).toMatchObject({ kind: 'lossCancelled', item: 'mark' });
    expect((await detail('pol_demo_electric_jq')).losses).toEqual([]);
    expect((await report('mark')).status).toBe(201);
  });

  test('what is over cannot be lost', async () =>
    expect(
      (await zhang().post('/policies/pol_demo_fuel_last_sy/loss-reports', { item: 'policy' }, key())).body,
    ).toMatchObject({ code: 'POLICY_ENDED' }));

  test('of somebody else’s policy or record does not exist', async () => {
    const foreign = await elder().post('/policies/pol_demo_fuel_sy/loss-reports', { item: 'card' }, key());
    expect(foreign.status).toBe(404);
    const record = recordOf(await change({ phone: '13900000013' }));
    const taken = await elder().post(`/service-records/${record.id}/undo`, undefined, key());
    expect(taken.status).toBe(404);
  });
});

describe('the e-policy', () => {
  const pdf = async (id: string, who = zhang) => {
    const answer = await fetch(`${core.url}/v1/policies/${id}/document`, {
      headers: {
        authorization: `Bearer ${core.token({ subject: who === zhang ? verifiedMember.memberId : 'x', role: 'member' })}`,
      },
    });
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };

  test('is a PDF with its fonts inside, and the same bytes each time', async () => {
    const first = await pdf('pol_demo_electric_sy');
    expect(first).toMatchObject({ status: 200, type: 'application/pdf' });
    expect(first.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.bytes.includes('/FontFile2')).toBe(true);
    expect(first.bytes.length).toBeLessThan(300_000);
    expect((await pdf('pol_demo_electric_sy')).bytes.equals(first.bytes)).toBe(true);
  });

  test('of somebody else does not exist', async () =>
    expect((await pdf('pol_demo_wang_sy')).status).toBe(404));
});
