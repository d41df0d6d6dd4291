import {
  agent,
  agentCustomers,
  demoCompany,
  unverifiedMember,
  verifiedMember,
} from '../../../../bff/systems/demo-people';
import { startTestSystem, type TestSystem } from '../../../support/one-system';
import { memberOf, systemOf } from './caller';

let core: TestSystem;
beforeAll(async () => {
  core = await startTestSystem('core', { seeded: true });
}, 60_000);
afterAll(() => core.stop());

const identity = (subject: string, { name, idNumber }: { name: string; idNumber: string }) => ({
  subject,
  kind: 'person',
  name,
  idNumber,
});
const policiesOf = async (subject: string) => {
  const { body } = await memberOf(core, subject).get('/policies');
  return (body as { items: { id: string }[] }).items.map(({ id }) => id);
};

describe('linking a verified identity', () => {
  const li = unverifiedMember.memberId;

  test('before it there is nothing, after it the own policies; sent again nothing changes', async () => {
    expect(await policiesOf(li)).toEqual([]);
    const first = await memberOf(core, li).put('/identity-links', identity(li, unverifiedMember));
    expect(first).toMatchObject({ status: 200, body: { customers: 1, policies: 2 } });
    const again = await systemOf(core).put('/identity-links', identity(li, unverifiedMember));
    expect(again).toMatchObject({ status: 200, body: { customers: 1, policies: 2 } });
    expect(await policiesOf(li)).toEqual(['pol_demo_li_sy', 'pol_demo_li_jq']);
  });

  test.each([
    ['another name', { name: '李雪', idNumber: unverifiedMember.idNumber }],
    ['another ID number', { name: unverifiedMember.name, idNumber: verifiedMember.idNumber }],
    ['an ID number nobody has', { name: '无名氏', idNumber: '11010519491231002X' }],
  ])('%s links nothing and is no error', async (_, person) => {
    const reply = await systemOf(core).put('/identity-links', identity('mem_test_none', person));
    expect(reply).toMatchObject({ status: 200, body: { customers: 0, policies: 0 } });
  });

  test('spaces, width and a lower-case x make no difference', async () => {
    const typed = { name: ' 孙　立 ', idNumber: ` ${agentCustomers[1]?.idNumber.toLowerCase() ?? ''} ` };
    const reply = await systemOf(core).put('/identity-links', identity('mem_test_typed', typed));
    expect(reply.body).toEqual({ customers: 1, policies: 2 });
  });

  test('another person’s identity ends the first one', async () => {
    const subject = 'mem_test_swap';
    await systemOf(core).put('/identity-links', identity(subject, unverifiedMember));
    await systemOf(core).put('/identity-links', identity(subject, verifiedMember));
    expect(await policiesOf(subject)).not.toContain('pol_demo_li_jq');
    expect(await policiesOf(subject)).toContain('pol_demo_fuel_jq');
  });

  test('a company comes on top of the person', async () => {
    const subject = 'mem_test_company';
    await systemOf(core).put('/identity-links', identity(subject, unverifiedMember));
    const company = {
      subject,
      kind: 'organisation',
      name: demoCompany.name,
      idNumber: demoCompany.creditCode,
    };
    const reply = await systemOf(core).put('/identity-links', company);
    expect(reply.body).toEqual({ customers: 2, policies: 4 });
  });

  test('a member may link nobody else', async () => {
    const reply = await memberOf(core, 'mem_test_other').put('/identity-links', identity(li, verifiedMember));
    expect(reply).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  test('forgetting ends what can be seen, twice over', async () => {
    const subject = 'mem_test_forget';
    await systemOf(core).put('/identity-links', identity(subject, verifiedMember));
    expect((await systemOf(core).delete(`/identity-links/${subject}`)).status).toBe(204);
    expect((await systemOf(core).delete(`/identity-links/${subject}`)).status).toBe(204);
    expect(await policiesOf(subject)).toEqual([]);
    expect((await memberOf(core, subject).delete(`/identity-links/${subject}`)).status).toBe(403);
  });

  test.each([
    ['nothing', {}],
    ['no name', { subject: 'mem_x', kind: 'person', name: '', idNumber: '1' }],
    ['an unknown kind', { subject: 'mem_x', kind: 'robot', name: 'x', idNumber: '1' }],
    ['an unknown field', { ...identity('mem_x', verifiedMember), phone: '13800000001' }],
  ])('%s is refused', async (_, body) =>
    expect(await systemOf(core).put('/identity-links', body)).toMatchObject({
      status: 422,
      body: { code: 'INVALID_INPUT' },
    }),
  );
});

describe('a phone number', () => {
  test.each([
    [agent.phone, 6, true],
    ['+86 138 0000 0004', 6, true],
    [unverifiedMember.phone, 1, false],
    ['13999999999', 0, false],
  ])('%s stands on %d customers, flagged %p', async (phone, customers, flagged) =>
    expect(await systemOf(core).post('/phone-checks', { phone })).toMatchObject({
      status: 200,
      body: { customers, flagged },
    }),
  );

  test('links nothing: the agent sees none of the six customers’ policies', async () => {
    expect(await policiesOf(agent.memberId)).toEqual([]);
  });

  test('is asked for by systems only', async () => {
    const reply = await memberOf(core, agent.memberId).post('/phone-checks', { phone: agent.phone });
    expect(reply).toMatchObject({ status: 403, body: { code: 'ACTOR_NOT_ALLOWED' } });
    expect((await systemOf(core).post('/phone-checks', {})).status).toBe(422);
  });
});
