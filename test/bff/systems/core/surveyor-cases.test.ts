import type { Pool } from 'pg';
import { surveyorCases } from '../../../../bff/systems/core/claims/surveyor-cases';
import { coreDeps } from '../../../../bff/systems/core/definition';
import type { SurveyorCase, SurveyorCaseDetail } from '../../../../bff/upstream/core/contract/surveyor';
import { startTestSystem, type TestSystem } from '../../../support/one-system';
import { callerOf } from './caller';

let core: TestSystem;
beforeAll(async () => {
  core = await startTestSystem('core', { seeded: true, env: { CLAIM_PACE_SECONDS: '86400' } });
}, 60_000);
afterAll(() => core.stop());

const desk = () => callerOf(core, { subject: 'stf_demo_wanglei', role: 'surveyor' });

test('the list says of each case what the case says', async () => {
  const { items } = (await desk().get('/surveyor/cases')).body as { items: SurveyorCase[] };
  expect(items.length).toBeGreaterThan(5);
  expect(items.some(({ breached }) => breached)).toBe(true);
  expect(items.some(({ breached }) => !breached)).toBe(true);
  for (const one of items) {
    const { claim, taken } = (await desk().get(`/surveyor/cases/${one.id}`)).body as SurveyorCaseDetail;
    expect(one).toEqual({
      id: claim.id,
      reportNo: claim.reportNo,
      status: claim.status,
      statusName: claim.statusName,
      plate: claim.plate,
      address: claim.address,
      injured: claim.injured,
      reportedAt: claim.reportedAt,
      surveyorName: claim.dispatch.surveyor?.name ?? null,
      dueAt: claim.current?.dueAt ?? null,
      breached: claim.steps.some(({ breached }) => breached),
      taken,
    });
  }
});

test('the list takes three statements, however many cases there are', async () => {
  let statements = 0;
  const { pool } = core.deps;
  const counting = new Proxy(pool, {
    get(target, name) {
      if (name === 'query') statements += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  }) satisfies Pool;
  const found = await surveyorCases({ ...coreDeps(core.deps), pool: counting });
  expect(found.length).toBeGreaterThan(5);
  expect(statements).toBe(3);
});
