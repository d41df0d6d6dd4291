import { pino } from 'pino';
import { systemDeps } from '../../bff/start/systems';
import { reportClaim } from '../../bff/systems/core/claims/report-claim';
import { coreDeps, coreSystem } from '../../bff/systems/core/definition';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { testConfig, testKeys } from '../support/settings';
import { startDispatchers } from './support/dispatching';
import type { GuardName } from './support/guards';

const CASES = 60;
const SEATS_EACH = 7;
const MINUTE_MS = 60_000;
const BRANCH = 'br_sd_jinan_lixia';
/** All reports came in at this moment; what time it is then, each test says. */
const reportedAt = new Date('2026-11-18T14:05:07+08:00');
const after = (minutes: number, seconds = 0) =>
  new Date(reportedAt.getTime() + minutes * MINUTE_MS + seconds * 1_000);

let database: TestDatabase;
async function aQueue(): Promise<void> {
  database = await createTestDatabase({ seeded: true });
  const config = testConfig({ DATABASE_URL: database.url });
  const keys = await testKeys(config);
  const log = pino({ level: 'silent' });
  const system = systemDeps(coreSystem, { config, keys, databaseUrl: database.url, log });
  const deps = coreDeps(system);
  const pool = core();
  await pool.query('delete from claim_escalations');
  await pool.query('delete from claim_dispatches');
  await pool.query('update surveyors set open_cases = 0, capacity = $1', [SEATS_EACH]);
  for (let number = 0; number < CASES; number += 1) {
    await reportClaim(deps, {
      subject: 'mem_deep_dispatch',
      requestId: `dispatch-${String(number).padStart(4, '0')}`,
      source: 'app',
      report: {
        plate: '鲁A00000',
        scenario: 'singleCar',
        injured: false,
        occurredAt: new Date(Date.now() - MINUTE_MS).toISOString(),
        place: { address: '济南市', latitude: 36.65, longitude: 117.03 },
        driverName: '测试',
        contactPhone: '13811112222',
      },
    });
  }
  await pool.query('update claims set branch_id = $1, moves_by_itself = false where subject = $2', [
    BRANCH,
    'mem_deep_dispatch',
  ]);
  await pool.query('update claim_dispatches set reported_at = $1, due_at = $1', [reportedAt]);
  await system.pool.end();
}
beforeEach(aQueue);
afterEach(() => database.drop());

const core = () => database.pool('core');

async function numbers<Name extends string>(sql: string): Promise<Record<Name, number>> {
  const { rows } = await core().query<Record<Name, number>>(sql);
  if (!rows[0]) throw new Error('a count has no row');
  return rows[0];
}

const state = () =>
  numbers<'assigned' | 'seats' | 'overfull' | 'uneven' | 'told'>(`
    select (select count(*) from claim_dispatches where state = 'assigned') as assigned,
      (select sum(open_cases)::int from surveyors) as seats,
      (select count(*) from surveyors where open_cases > ${String(SEATS_EACH)}) as overfull,
      (select count(*) from surveyors v where open_cases <>
        (select count(*) from claim_dispatches d where d.surveyor_id = v.staff_id)) as uneven,
      (select count(*) from claim_events e join claims c on c.id = e.claim_id
        where c.subject = 'mem_deep_dispatch' and e.kind = 'status' and e.detail = 'dispatched') as told`);

const raised = () =>
  numbers<'lead' | 'supervisor' | 'told'>(`
    select (select count(*) from claim_escalations where level = 1) as lead,
      (select count(*) from claim_escalations where level = 2) as supervisor,
      (select count(*) from claim_events e join claims c on c.id = e.claim_id
        where c.subject = 'mem_deep_dispatch' and e.kind = 'escalated') as told`);

/** Whoever can be asked from this branch: of the branch itself or of one above it. */
async function seatsThere(): Promise<number> {
  const { count } = await numbers<'count'>(`
    with recursive line as (
      select id, parent_id from branches where id = '${BRANCH}'
      union all select b.id, b.parent_id from branches b join line on b.id = line.parent_id)
    select count(*) from surveyors v join staff s on s.id = v.staff_id join line on line.id = s.branch_id
    where s.role = 'surveyor'`);
  return count * SEATS_EACH;
}

async function together(at: Date, without: readonly GuardName[] = []) {
  const dispatchers = await startDispatchers(database.url, { without });
  const reports = await dispatchers.go(at);
  await dispatchers.end();
  return {
    given: reports.reduce((sum, one) => sum + (one.kind === 'done' ? one.assigned : 0), 0),
    failed: reports.filter(({ kind }) => kind === 'failed').length,
  };
}

const GOES = 5;

/** Two who meet at the same row are chance: a guard that is gone must show in one of a few goes. */
async function sooner(shows: () => Promise<boolean>): Promise<boolean> {
  for (let go = 1; go <= GOES; go += 1) {
    if (await shows()) return true;
    await database.drop();
    await aQueue();
  }
  return false;
}

describe('four dispatchers at once', () => {
  it('give each case once and nobody more than fits', async () => {
    const seats = await seatsThere();
    expect(seats).toBeGreaterThan(0);
    expect(seats).toBeLessThan(CASES);
    expect(await together(after(1))).toEqual({ given: seats, failed: 0 });
    expect(await state()).toEqual({ assigned: seats, seats, overfull: 0, uneven: 0, told: seats });
  });

  it('give a case to several once the condition on the case is taken out', async () => {
    const twice = await sooner(async () => {
      const { given } = await together(after(1), ['dispatchCase']);
      const { assigned, uneven } = await state();
      return given > assigned && uneven > 0;
    });
    expect(twice).toBe(true);
  });

  it('are stopped by the table’s own check once the condition on the seat is taken out', async () => {
    const stopped = await sooner(async () => {
      const { failed } = await together(after(1), ['dispatchSeat']);
      expect((await state()).overfull).toBe(0);
      return failed > 0;
    });
    expect(stopped).toBe(true);
  });

  it('overfill somebody once the check is gone too', async () => {
    const overfull = await sooner(async () => {
      await core().query('alter table surveyors drop constraint surveyors_capacity');
      await together(after(1), ['dispatchSeat']);
      return (await state()).overfull > 0;
    });
    expect(overfull).toBe(true);
  });
});

describe('whom nobody calls', () => {
  it('goes to the lead after 5 minutes and to the supervisor after 10, once each', async () => {
    await together(after(5));
    expect(await raised()).toEqual({ lead: 0, supervisor: 0, told: 0 });
    for (let rounds = 0; rounds < 2; rounds += 1) await together(after(5, 1));
    expect(await raised()).toEqual({ lead: CASES, supervisor: 0, told: CASES });
    await together(after(10));
    expect(await raised()).toMatchObject({ lead: CASES, supervisor: 0 });
    for (let rounds = 0; rounds < 2; rounds += 1) await together(after(10, 1));
    expect(await raised()).toEqual({ lead: CASES, supervisor: CASES, told: 2 * CASES });
  });

  it('is raised twice, and stopped by the key alone, once the condition on the level is taken out', async () => {
    const stopped = await sooner(async () => (await together(after(5, 1), ['escalation'])).failed > 0);
    expect(stopped).toBe(true);
  });
});
