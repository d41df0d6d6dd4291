import type { CorePolicyDetail, CorePolicySummary } from '../../../../bff/upstream/core/contract/policies';
import { elderMember, verifiedMember } from '../../../../bff/systems/demo-people';
import { startTestSystem, type TestSystem } from '../../../support/one-system';
import { memberOf, systemOf } from './caller';

let core: TestSystem;
beforeAll(async () => {
  core = await startTestSystem('core', { seeded: true });
}, 60_000);
afterAll(() => core.stop());

const zhang = () => memberOf(core, verifiedMember.memberId);
interface List {
  items: CorePolicySummary[];
  nextCursor: string | null;
}
const list = async (query = '') => (await zhang().get(`/policies${query}`)).body as List;
const detail = async (id: string) => (await zhang().get(`/policies/${id}`)).body as CorePolicyDetail;

test('four policies in force, then what is over, the latest end first', async () => {
  const { items, nextCursor } = await list();
  expect(items.map(({ id, status }) => [id, status])).toEqual([
    ['pol_demo_electric_sy', 'active'],
    ['pol_demo_electric_jq', 'active'],
    ['pol_demo_fuel_sy', 'active'],
    ['pol_demo_fuel_jq', 'active'],
    ['pol_demo_electric_first_sy', 'cancelled'],
    ['pol_demo_fuel_last_sy', 'expired'],
    ['pol_demo_fuel_2020_sy', 'expired'],
    ['pol_demo_fuel_2020_jq', 'expired'],
  ]);
  expect(nextCursor).toBeNull();
  expect(items.every(({ policyNo }) => policyNo.startsWith('DEMO-'))).toBe(true);
});

test('a list is read page by page without a gap or a repeat', async () => {
  const seen: string[] = [];
  let query = '?limit=2';
  for (;;) {
    const { items, nextCursor } = await list(query);
    seen.push(...items.map(({ id }) => id));
    if (!nextCursor) break;
    query = `?limit=2&cursor=${nextCursor}`;
  }
  expect(seen).toEqual((await list()).items.map(({ id }) => id));
});

test.each([
  ['?status=expired', ['pol_demo_fuel_last_sy', 'pol_demo_fuel_2020_sy', 'pol_demo_fuel_2020_jq']],
  ['?status=pending', []],
  ['?status=cancelled', ['pol_demo_electric_first_sy']],
])('%s', async (query, ids) => expect((await list(query)).items.map(({ id }) => id)).toEqual(ids));

test.each(['?status=gone', '?limit=0', '?limit=101', '?limit=x', '?cursor=nonsense', '?page=2'])(
  '%s is refused',
  async (query) =>
    expect(await zhang().get(`/policies${query}`)).toMatchObject({
      status: 422,
      body: { code: 'INVALID_INPUT' },
    }),
);

test('投保人, 被保险人 and 车主 are told apart', async () => {
  const own = await detail('pol_demo_electric_sy');
  expect(own).toMatchObject({
    myRoles: ['policyholder', 'insured'],
    policyholderName: '张建国',
    insured: { name: '张建国', idNumber: verifiedMember.idNumber },
    ownerName: '陈秀兰',
  });
  const elder = await memberOf(core, elderMember.memberId).get('/policies/pol_demo_wang_sy');
  expect(elder.body).toMatchObject({
    myRoles: ['insured', 'owner'],
    policyholderName: '王晓燕',
    insured: { name: '王德福' },
  });
});

test('who only owns the car sees no policy', async () => {
  const subject = 'mem_test_spouse';
  const spouse = { subject, kind: 'person', name: '陈秀兰', idNumber: '370102198705212045' };
  const linked = await systemOf(core).put('/identity-links', spouse);
  expect(linked.body).toEqual({ customers: 1, policies: 0 });
  expect((await memberOf(core, subject).get('/policies/pol_demo_electric_sy')).status).toBe(404);
});

test('a new-energy car has covers of its own, explained with its own sums', async () => {
  const { coverages, vehicle, accountManager, branch } = await detail('pol_demo_electric_sy');
  expect(vehicle).toMatchObject({ plate: '鲁AD52816', newEnergy: true });
  expect(coverages.map(({ name }) => name)).toEqual([
    '新能源汽车第三者责任保险',
    '新能源汽车损失保险',
    '新能源汽车车上人员责任保险（司机）',
    '新能源汽车车上人员责任保险（乘客，每座）',
    '外部电网故障损失险',
    '自用充电桩损失保险',
    '自用充电桩责任保险',
    '车身划痕损失险',
    '机动车增值服务特约（道路救援）',
  ]);
  expect(coverages[0]).toMatchObject({
    sumInsuredFen: 300_000_000,
    plain: {
      question: '撞坏了别人的车，谁来赔？',
      example:
        '您追尾前车，全责，对方修车 ¥18,000.00：交强险先赔 ¥2,000.00，这一份接着赔 ¥16,000.00，您自己出 ¥0.00。',
    },
  });
  expect(coverages.every(({ clause }) => clause.includes('【示例条款'))).toBe(true);
  expect(accountManager).toMatchObject({ name: '周晓梅' });
  expect(branch).toEqual({ id: 'br_sd_jinan_lixia', name: '示例财险历下支公司' });
});

test('the premium is the sum of what was paid, and a change says what it cost', async () => {
  const { premiumFen, payments, endorsements } = await detail('pol_demo_electric_sy');
  expect(payments.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(premiumFen);
  expect(endorsements).toMatchObject([{ title: '增加自用充电桩损失保险和责任保险', changeFen: 12_000 }]);
});

test('a deductible of last year’s policy is said and counted', async () => {
  const { coverages } = await detail('pol_demo_fuel_last_sy');
  expect(coverages[0]).toMatchObject({ deductible: '每次事故您自己承担 5%（绝对免赔率）' });
  expect(coverages[0]?.plain.example).toContain('您自己出 ¥800.00');
});

test.each(['pol_demo_li_jq', 'pol_demo_agent_1_sy', 'pol_nowhere'])(
  '%s is not this member’s, so it does not exist',
  async (id) =>
    expect(await zhang().get(`/policies/${id}`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } }),
);

describe('validity is [from, until) on the database’s clock', () => {
  const statusWith = async (times: string) => {
    await core.pool.query(`update policies set ${times} where id = 'pol_demo_fuel_last_sy'`);
    return (await detail('pol_demo_fuel_last_sy')).status;
  };

  test('it begins later', async () =>
    expect(
      await statusWith("starts_at = now() + interval '1 day', ends_at = now() + interval '1 year'"),
    ).toBe('pending'));
  test('it has begun', async () =>
    expect(await statusWith("starts_at = now() - interval '1 ms', ends_at = now() + interval '1 year'")).toBe(
      'active',
    ));
  test('it was cancelled', async () => expect(await statusWith('cancelled_at = now()')).toBe('cancelled'));
  test('it ended this very moment', async () =>
    expect(await statusWith('cancelled_at = null, ends_at = now()')).toBe('expired'));
});

describe('without the right to ask', () => {
  test.each([
    ['no token', {}],
    ['a made-up token', { authorization: 'Bearer aaaa.bbbb.cccc' }],
  ])('%s is 401', async (_, headers) => {
    const response = await fetch(`${core.url}/v1/policies`, { headers });
    expect(response.status).toBe(401);
  });

  test('a system has no policies', async () =>
    expect((await systemOf(core).get('/policies')).status).toBe(403));
});

test('the system describes itself', async () => {
  const document = (await (await fetch(`${core.url}/v1/openapi.json`)).json()) as { paths: object };
  expect(Object.keys(document.paths).sort()).toEqual([
    '/v1/claim-clocks',
    '/v1/claim-notices',
    '/v1/claim-notices/{id}',
    '/v1/claims',
    '/v1/claims/{id}',
    '/v1/claims/{id}/agreement',
    '/v1/claims/{id}/assessment/agreement',
    '/v1/claims/{id}/assessment/objection',
    '/v1/claims/{id}/papers/{paperId}/submission',
    '/v1/claims/{id}/payouts/{payoutId}/account',
    '/v1/claims/{id}/payouts/{payoutId}/account/confirmation',
    '/v1/claims/{id}/photos/{photoId}',
    '/v1/claims/{id}/reopening',
    '/v1/claims/{id}/satisfaction',
    '/v1/claims/{id}/withdrawal',
    '/v1/claims/{id}/withdrawal/undo',
    '/v1/hotline-claims',
    '/v1/identity-links',
    '/v1/identity-links/{subject}',
    '/v1/identity-links/{subject}/successor',
    '/v1/phone-checks',
    '/v1/policies',
    '/v1/policies/{id}',
    '/v1/policies/{id}/contact-changes',
    '/v1/policies/{id}/document',
    '/v1/policies/{id}/loss-reports',
    '/v1/policies/{id}/worked-example',
    '/v1/policy-links',
    '/v1/policy-links/{id}',
    '/v1/service-records',
    '/v1/service-records/{id}/undo',
    '/v1/surveyor/cases',
    '/v1/surveyor/cases/{id}',
    '/v1/surveyor/cases/{id}/actions',
  ]);
  expect((await fetch(`${core.url}/docs`)).status).toBe(200);
});

test('no name, number or plate stands in the database in plain', async () => {
  const { rows } = await core.pool.query<{ all: string }>(
    `select string_agg(t::text, ' ') as all from (
       select c::text as t from customers c union all select v::text from vehicles v
       union all select s::text from staff s union all select c::text from claims c) everything`,
  );
  const text = rows[0]?.all ?? '';
  for (const secret of [
    '张建国',
    verifiedMember.idNumber,
    verifiedMember.phone,
    '鲁A7K315',
    'LSVDEM600J2010001',
  ]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString('hex'));
  }
});
