import {
  agent,
  agentCustomers,
  demoCompany,
  elderMember,
  unverifiedMember,
  verifiedMember,
} from '../../../../bff/systems/demo-people';
import { startTestSystem, type TestSystem } from '../../../support/one-system';
import { memberOf, systemOf } from '../core/caller';

let identity: TestSystem;
beforeAll(async () => {
  identity = await startTestSystem('identity', { seeded: true });
}, 60_000);
afterAll(() => identity.stop());

interface Person {
  name: string;
  idNumber: string;
  phone: string;
}
const three = ({ name, idNumber, phone }: Person) =>
  systemOf(identity).post('/three-factor-checks', { name, idNumber, phone });
const customer = agentCustomers[0] ?? { name: '', idNumber: '' };

describe('name, ID number and phone', () => {
  test.each<[string, Person, string]>([
    ['the verified member', verifiedMember, 'match'],
    ['the member to be verified', unverifiedMember, 'match'],
    ['the elder', elderMember, 'match'],
    ['the agent', agent, 'match'],
    [
      'typed with spaces and +86',
      { ...verifiedMember, name: '张 建国', phone: '+86 138 0000 0001' },
      'match',
    ],
    ['another name', { ...verifiedMember, name: '张建军' }, 'mismatch'],
    ['another person’s phone', { ...verifiedMember, phone: agent.phone }, 'mismatch'],
    ['another person’s ID number', { ...verifiedMember, idNumber: elderMember.idNumber }, 'mismatch'],
    ['the agent’s phone with a customer’s identity', { ...customer, phone: agent.phone }, 'mismatch'],
    ['somebody the carriers do not know', { ...verifiedMember, idNumber: '11010519491231002X' }, 'unknown'],
  ])('%s', async (_, person, result) =>
    expect(await three(person)).toMatchObject({ status: 200, body: { result } }),
  );
});

describe('a company', () => {
  const company = {
    organisationName: demoCompany.name,
    creditCode: demoCompany.creditCode,
    phone: demoCompany.agentPhone,
  };
  test.each<[string, typeof company, string]>([
    ['with its authorised person', company, 'match'],
    ['typed in lower case', { ...company, creditCode: company.creditCode.toLowerCase() }, 'match'],
    ['with a phone that does not act for it', { ...company, phone: elderMember.phone }, 'mismatch'],
    ['under another name', { ...company, organisationName: '另一家公司' }, 'mismatch'],
    ['that is not registered', { ...company, creditCode: '91350100M000100Y43' }, 'unknown'],
  ])('%s', async (_, request, result) =>
    expect(await systemOf(identity).post('/organisation-checks', request)).toMatchObject({
      status: 200,
      body: { result },
    }),
  );
});

test.each(['/three-factor-checks', '/organisation-checks'])(
  '%s refuses bad input and members',
  async (path) => {
    expect((await systemOf(identity).post(path, {})).status).toBe(422);
    expect((await systemOf(identity).post(path, { ...verifiedMember, extra: 1 })).status).toBe(422);
    expect((await memberOf(identity, verifiedMember.memberId).post(path, verifiedMember)).status).toBe(403);
  },
);

test('it describes itself', async () => {
  expect((await fetch(`${identity.url}/v1/openapi.json`)).status).toBe(200);
});
