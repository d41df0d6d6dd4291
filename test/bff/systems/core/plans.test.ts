import { claimColumns, claimOfSubject } from '../../../../bff/systems/core/claims/claim-store';
import { policyOfSubject } from '../../../../bff/systems/core/policies/owner';
import { policyColumns } from '../../../../bff/systems/core/policies/policy-rows';
import { startTestSystem, type TestSystem } from '../../../support/one-system';

/** One customer, car, policy, link and closed claim a number: enough that reading a whole table would be the dearer plan. */
const crowd = [
  `insert into customers select 'c' || i, 'br_sd', 'person', 'x', decode(md5(i::text), 'hex'), '01', 'x', decode(md5(i::text), 'hex') from generate_series(1, 4000) i`,
  `insert into vehicles select 'v' || i, 'br_sd', 'x', decode(md5(i::text), 'hex'), '02', 'x', decode(md5(i::text), 'hex'), 'x', 'm', false, 5, '2020-01-01' from generate_series(1, 4000) i`,
  `insert into policies select 'p' || i, 'br_sd', 'n' || i, 'compulsory', 'x', 'v' || i, 'c' || i, 'c' || i, 'c' || i, null, now(), now() + interval '1 year', null, 100 from generate_series(1, 4000) i`,
  `insert into identity_links select 'm' || i, 'c' || i from generate_series(1, 4000) i`,
  `insert into hidden_policies select 'm' || i, 'p' || i from generate_series(2, 4000, 2) i`,
  `insert into claims select 'k' || i, 'r' || i, 'br_sd', 'm' || i, 'q' || i, 'x', 'x', 'x', 'rearEnd', false, 'x', now(), now(), 'x', null, 'x', 'x', null, 'x', 'closed', now(), false from generate_series(1, 4000) i`,
  `insert into claim_policies select 'k' || i, 'p' || i from generate_series(1, 4000) i`,
  'analyze',
];

let core: TestSystem;
beforeAll(async () => {
  core = await startTestSystem('core', { seeded: true });
  for (const statement of crowd) await core.pool.query(statement);
}, 60_000);
afterAll(() => core.stop());

test.each([
  [
    'policies',
    `select ${policyColumns} from policies p join vehicles v on v.id = p.vehicle_id
     where ${policyOfSubject('p', '$1')} order by p.ends_at desc, p.id desc limit 20`,
  ],
  [
    'claims',
    `select ${claimColumns} from claims c where ${claimOfSubject} order by c.reported_at desc, c.id desc limit 20`,
  ],
])('the %s of one member are looked up, however many others there are', async (_, statement) => {
  const { rows } = await core.pool.query<Record<string, string>>(
    `explain ${statement.replaceAll('$1', "'m777'")}`,
  );
  const plan = rows.flatMap((row) => Object.values(row)).join('\n');
  expect(plan).toContain('Index');
  expect(plan).not.toContain('Seq Scan');
});
