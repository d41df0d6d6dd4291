import type { Pool } from 'pg';
import { signServiceToken } from '../../bff/http/service-token';
import { findBreaches } from '../../bff/systems/club/invariants';
import { demoMerchant } from '../../bff/systems/club/seed/demo-network';
import { writeScanToken } from '../../bff/systems/club/counter/scan-token';
import { verifiedMember } from '../../bff/systems/demo-people';
import { actors, stores } from '../bff/systems/club/actors';
import { newKey } from '../bff/systems/club/start-club';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startTestSystem, type TestSystem } from '../support/one-system';
import { startServerProcess, type ServerProcess } from '../support/server-process';
import { testConfig, testKeys, testSecrets } from '../support/settings';
import { issueVouchers } from './support/issue-vouchers';
import { untilWaiting, whileHeld } from './support/resting-club';

const USES = 40;
/** A job whose worker is gone is free again after a minute, and looked for every half. */
const TAKEN_OVER_WITHIN_MS = 150_000;

let database: TestDatabase;
let sms: TestSystem;
let pool: Pool;
let clubs: ServerProcess[] = [];

beforeEach(async () => {
  database = await createTestDatabase({ seeded: true });
  sms = await startTestSystem('sms', { database });
  pool = database.pool('club');
});
afterEach(async () => {
  for (const club of clubs) club.kill('SIGKILL');
  await Promise.all(clubs.map(({ exited }) => exited));
  clubs = [];
  await sms.stop();
  await database.drop();
});

async function startClub(): Promise<string> {
  const env = {
    DATABASE_URL: database.url,
    SMS_URL: sms.url,
    DEMO: '1',
    LOG_LEVEL: 'silent',
    ...testSecrets,
  };
  const club = startServerProcess({ entry: ['bff/systems/start-alone.ts', 'club'], env });
  clubs.push(club);
  return club.ready();
}

async function post(url: string, path: string, as: 'clerk' | 'provinceOperator', body: object) {
  const { serviceKey } = await testKeys();
  const token = signServiceToken(serviceKey, { from: 'bff', to: 'club', actor: actors[as] });
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': newKey(),
    'content-type': 'application/json',
  };
  const response = await fetch(`${url}/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as unknown };
}

async function scanTokenOf(voucherId: string): Promise<string> {
  const { derive } = await testKeys(testConfig({}));
  return writeScanToken(derive('club:scan-token'), {
    v: voucherId,
    n: 1,
    c: actors.clerk.clerkId,
    s: stores.first,
    p: null,
    e: Date.now() + 600_000,
  });
}

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  for (const endsAt = Date.now() + withinMs; !(await holds());) {
    if (Date.now() > endsAt) throw new Error('it did not happen in time');
  }
}

const countOf = async (sql: string) =>
  (await pool.query<{ count: number }>(`select count(*) as count from ${sql}`)).rows[0]?.count ?? 0;

async function useAll(urls: readonly string[]): Promise<void> {
  const cipher = (await testKeys()).cipher;
  const vouchers = { memberId: verifiedMember.memberId, service: 'svc_wash', count: USES };
  for (const [index, id] of (await issueVouchers({ pool, cipher }, vouchers)).entries()) {
    const body = { scanToken: await scanTokenOf(id), storeId: stores.first };
    expect((await post(urls[index % urls.length] ?? '', '/merchant/redemptions', 'clerk', body)).status).toBe(
      201,
    );
  }
}

it('two clubs on one database send each message once, check a night once and close a period once', async () => {
  await pool.query('update outbox set done_at = now()');
  // A statement is due: its lines are of a month that has ended, and the last statement is older.
  await pool.query(`update merchants set settlement_period = 'week'`);
  await pool.query('alter table settlement_lines disable trigger user');
  await pool.query(
    `update settlement_lines set at = at - interval '8 days' where batch_id is null and merchant_id = $1`,
    [demoMerchant.id],
  );
  await pool.query('alter table settlement_lines enable trigger user');
  const urls = await Promise.all([startClub(), startClub()]);
  await useAll(urls);
  await until(async () => (await countOf('outbox where done_at is null')) === 0, 60_000);
  expect(
    await countOf(
      `outbox where kind = 'voucherUsed' and attempts = 1 and at > now() - interval '10 minutes'`,
    ),
  ).toBe(USES);
  await until(async () => (await countOf('check_runs')) > 0, 90_000);
  await until(async () => (await countOf('settlement_run_merchants where handled_at is null')) === 0, 60_000);
  // Another minute comes and goes in both: nothing is done again.
  const minutes = `club_jobs.job where name = 'minute' and state = 'completed'`;
  const before = await countOf(minutes);
  await until(async () => (await countOf(minutes)) > before, 90_000);
  expect(await countOf('check_runs')).toBe(1);
  // The demonstration's own runs are months old.
  const lately = `r.cause = 'schedule' and r.started_at > now() - interval '1 hour'`;
  expect(await countOf(`settlement_runs r where ${lately}`)).toBe(1);
  const closed = `settlement_batches b join settlement_runs r on r.id = b.run_id and ${lately}`;
  expect(await countOf(`${closed} where b.merchant_id = '${demoMerchant.id}'`)).toBe(1);
  expect(await findBreaches(pool)).toEqual([]);
});

it('what a club was killed at is taken over by the other, once', async () => {
  const first = await startClub();
  await useAll([first]);
  const merchant = {
    text: 'select 1 from merchants where id = $1 for no key update',
    values: [demoMerchant.id],
  };
  let runId = '';
  await whileHeld(pool, merchant, async () => {
    const reply = await post(first, '/settlement-runs', 'provinceOperator', { merchantId: demoMerchant.id });
    runId = (reply.body as { run: { id: string } }).run.id;
    await untilWaiting(pool, { count: 1, or: new Promise(() => undefined) });
    clubs[0]?.kill('SIGKILL');
    await clubs[0]?.exited;
  });
  expect(await countOf(`settlement_runs where finished_at is null`)).toBe(1);
  await startClub();
  await until(
    async () => (await countOf('settlement_runs where finished_at is null')) === 0,
    TAKEN_OVER_WITHIN_MS,
  );
  expect(await countOf(`settlement_batches where run_id = '${runId}'`)).toBe(1);
  expect(
    await countOf(`settlement_lines where batch_id is null and merchant_id = '${demoMerchant.id}'`),
  ).toBe(0);
  expect(await findBreaches(pool)).toEqual([]);
});
