import type { Pool } from 'pg';
import { processVariables } from '../../bff/config';
import { createPool } from '../../bff/database/pool';
import { signServiceToken, type Actor } from '../../bff/http/service-token';
import { findBreaches } from '../../bff/systems/club/invariants';
import { writeScanToken } from '../../bff/systems/club/counter/scan-token';
import { verifiedMember } from '../../bff/systems/demo-people';
import { actors, stores } from '../bff/systems/club/actors';
import { newKey } from '../bff/systems/club/start-club';
import { holdPostgres, postmasterPid, removePostgres } from '../support/postgres-process';
import { temporaryFolder } from '../support/run-folder';
import { startServerProcess, type ServerProcess } from '../support/server-process';
import { testConfig, testKeys, testSecrets } from '../support/settings';
import { issueVouchers } from './support/issue-vouchers';

/** Three times each in the everyday form; the long form says how often. */
const KILLS = Number(processVariables().CRASHES ?? 3);
const VOUCHERS = 60;
const LANES = 6;

interface Acknowledged {
  key: string;
  voucherId: string;
}

let dataDir: string;
let database: ReturnType<typeof holdPostgres>;
let databaseUrl: string;
let club: ServerProcess;
let clubUrl: string;
let pool: Pool;

async function startPostgres(): Promise<void> {
  database = holdPostgres(dataDir);
  databaseUrl = await database.ready();
}

async function startClubProcess(): Promise<void> {
  club = startServerProcess({
    entry: ['bff/systems/start-alone.ts', 'club'],
    env: { DATABASE_URL: databaseUrl, DEMO: '1', LOG_LEVEL: 'silent', ...testSecrets },
  });
  clubUrl = await club.ready();
}

const openPool = () => createPool({ url: databaseUrl, name: 'crash test', schema: 'club' });

beforeAll(async () => {
  dataDir = temporaryFolder('crashing');
  await startPostgres();
  await startClubProcess();
  pool = openPool();
});
afterAll(async () => {
  club.kill('SIGKILL');
  await pool.end();
  database.kill('SIGKILL');
  await database.exited;
  await removePostgres(dataDir);
});

async function tokenOf(actor: Actor): Promise<string> {
  const { serviceKey } = await testKeys();
  return signServiceToken(serviceKey, { from: 'bff', to: 'club', actor });
}

async function send(
  path: string,
  actor: Actor,
  { key, body }: { key: string; body: unknown },
): Promise<number> {
  const response = await fetch(`${clubUrl}/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokenOf(actor)}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}

async function confirmationOf(voucherId: string): Promise<{ key: string; body: object }> {
  const { derive } = await testKeys(testConfig({}));
  const scanToken = writeScanToken(derive('club:scan-token'), {
    v: voucherId,
    n: 1,
    c: actors.clerk.clerkId,
    s: stores.first,
    p: null,
    e: Date.now() + 600_000,
  });
  return { key: newKey(), body: { scanToken, storeId: stores.first } };
}

/** Confirms and closes until the vouchers are gone or nobody answers; what was acknowledged is remembered. */
async function load(voucherIds: readonly string[], underWay: () => void): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const queue = [...voucherIds];
  const lane = async () => {
    for (let voucherId = queue.shift(); voucherId !== undefined; voucherId = queue.shift()) {
      const { key, body } = await confirmationOf(voucherId);
      const status = await send('/merchant/redemptions', actors.clerk, { key, body }).catch(() => 0);
      if (status === 201) acknowledged.push({ key, voucherId });
      if (acknowledged.length === LANES) {
        await send('/settlement-runs', actors.provinceOperator, { key: newKey(), body: {} }).catch(() => 0);
        underWay();
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return acknowledged;
}

async function loadAndCrash(crash: () => Promise<void>): Promise<void> {
  const voucherIds = await issueVouchers(
    { pool, cipher: (await testKeys()).cipher },
    { memberId: verifiedMember.memberId, service: 'svc_wash', count: VOUCHERS },
  );
  let crashed: Promise<void> = Promise.resolve();
  const acknowledged = await load(voucherIds, () => {
    crashed = crash();
  });
  await crashed;
  const { rows } = await pool.query<{ request_id: string }>(
    'select request_id from redemptions where voucher_id = any ($1)',
    [voucherIds],
  );
  const kept = new Set(rows.map((row) => row.request_id));
  expect(acknowledged.length).toBeGreaterThanOrEqual(LANES);
  expect(acknowledged.filter(({ key }) => !kept.has(key))).toEqual([]);
  expect(await findBreaches(pool)).toEqual([]);
}

async function untilRunsAreDone(): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ open: number }>(
      `select count(*) as open from settlement_run_merchants where handled_at is null`,
    );
    if (rows[0]?.open === 0) return;
  }
}

it(`keeps what it acknowledged when the club is killed under load, ${String(KILLS)} times`, async () => {
  for (let kill = 0; kill < KILLS; kill += 1) {
    await loadAndCrash(async () => {
      club.kill('SIGKILL');
      await club.exited;
      await startClubProcess();
    });
  }
});

it(`keeps what it acknowledged when PostgreSQL is killed under load, ${String(KILLS)} times, and closes what it had begun`, async () => {
  for (let kill = 0; kill < KILLS; kill += 1) {
    await loadAndCrash(async () => {
      process.kill(postmasterPid(dataDir), 'SIGKILL');
      database.kill('SIGKILL');
      await database.exited;
      club.kill('SIGKILL');
      await club.exited;
      await pool.end().catch(() => undefined);
      await startPostgres();
      await startClubProcess();
      pool = openPool();
    });
  }
  await untilRunsAreDone();
  expect(await findBreaches(pool)).toEqual([]);
});
