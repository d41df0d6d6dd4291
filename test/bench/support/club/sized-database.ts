import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../../../bff/database/embedded-postgres';
import { createPool } from '../../../../bff/database/pool';
import { loadSystem, startSystems } from '../../../../bff/start/systems';
import { onServer, urlOfDatabase } from '../../../support/server-url';
import { testConfig, testKeys } from '../../../support/settings';
import { prepareBffSchema } from '../../../support/template';
import { root } from '../surroundings';

const LOADING_TIMEOUT_MS = 20 * 60_000;
const CLUB = path.join(root, 'bff/systems/club');
const OTHERS = ['CORE', 'VIOLATIONS', 'IDENTITY', 'WECHAT', 'SMS'];
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The data counts its days back from when it was loaded; so much older it may be and still be the same year. */
const KEPT_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
const today = () => Math.floor(Date.now() / DAY_MS);

/** Changes with everything the data follows from. */
function recipe(): string {
  const hash = createHash('sha256');
  for (const folder of ['migrations', 'seed', 'seed/size']) {
    for (const file of readdirSync(path.join(CLUB, folder)).sort()) {
      if (/\.(ts|sql)$/.test(file)) hash.update(readFileSync(path.join(CLUB, folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 10);
}

async function databases(like: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: urlOfDatabase('postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where datname like $1',
      [like],
    );
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** The club with its demonstration; the other systems are elsewhere and never asked. */
async function fillClub(url: string): Promise<void> {
  await prepareBffSchema(url);
  const elsewhere = Object.fromEntries(OTHERS.map((name) => [`${name}_URL`, 'http://127.0.0.1:9']));
  const systems = await startSystems({
    config: testConfig({ DATABASE_URL: url, ...elsewhere }),
    keys: await testKeys(),
    databaseUrl: url,
    log: pino({ level: 'silent' }),
    seed: true,
  });
  await systems.stop();
}

async function load(name: string, members: number, say: (line: string) => void): Promise<void> {
  const url = urlOfDatabase(name);
  await fillClub(url);
  const { cipher } = await testKeys();
  const pool = createPool({
    url,
    name: 'bench seed',
    schema: 'club',
    statementTimeoutMs: LOADING_TIMEOUT_MS,
  });
  let told = -1;
  try {
    const { loadSize } = await loadSystem('club');
    const onProgress = (done: number) => {
      if (Math.floor(done * 10) > told)
        say(`loading ${String(members)} members: ${String((told = Math.floor(done * 10)) * 10)} %`);
    };
    await loadSize?.({ pool, cipher, members, onProgress });
  } finally {
    await pool.end();
  }
}

/** The loaded database that runs are copied from; loading takes minutes, so it is kept for some days. */
async function ensureTemplate(members: number, say: (line: string) => void): Promise<string> {
  const name = `size_${String(members)}_${recipe()}`;
  const known = await databases(`size_${String(members)}_%`);
  const fresh = known.find((old) => {
    const [recipeAndSize, loadedOn] = old.split('_on_');
    return recipeAndSize === name && today() - Number(loadedOn) < KEPT_DAYS;
  });
  if (fresh !== undefined) return fresh;
  for (const old of known) await onServer(`drop database if exists ${old} with (force)`);
  const draft = `draft_${String(members)}`;
  await onServer(`drop database if exists ${draft} with (force)`);
  await onServer(`create database ${draft} template template0`);
  await load(draft, members, say);
  const made = `${name}_on_${String(today())}`;
  await onServer(`alter database ${draft} rename to ${made}`);
  return made;
}

export interface BenchServer {
  /** A copy of a club with so many members, to be worn out by one measurement. */
  copy(members: number): Promise<{ url: string; drop(): Promise<void> }>;
  stop(): Promise<void>;
}

/** A PostgreSQL of the benches' own in dist/bench, which outlives a run with what was loaded into it. */
export async function startBenchServer(say: (line: string) => void): Promise<BenchServer> {
  const server = await startEmbeddedPostgres({ dataDir: path.join(root, 'dist/bench/data'), log: silent });
  process.env.TEST_DATABASE_URL = server.url;
  process.env.TEST_RUN_FOLDER = path.join(root, 'dist/bench/data');
  return {
    async copy(members) {
      const template = await ensureTemplate(members, say);
      const name = `run_${String(members)}`;
      await onServer(`drop database if exists ${name} with (force)`);
      await onServer(`create database ${name} template ${template} strategy file_copy`);
      return {
        url: urlOfDatabase(name),
        drop: () => onServer(`drop database if exists ${name} with (force)`),
      };
    },
    stop: () => server.stop(),
  };
}
