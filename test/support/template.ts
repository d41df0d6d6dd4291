import path from 'node:path';
import { existsSync } from 'node:fs';
import pg from 'pg';
import { pino } from 'pino';
import { prepareSchema } from '../../bff/database/migrate';
import { createPool } from '../../bff/database/pool';
import { startSystems } from '../../bff/start/systems';
import { serverUrl, urlOfDatabase } from './server-url';
import { testConfig, testKeys } from './settings';

const BUILD_LOCK = 4711;

export const bffMigrations = path.resolve(__dirname, '../../bff/database/migrations');

/** The server's own schema; the systems bring theirs when they start. */
export async function prepareBffSchema(url: string): Promise<void> {
  if (!existsSync(bffMigrations)) return;
  const pool = createPool({ url, name: 'test bff', schema: 'bff' });
  const { cipher } = await testKeys();
  await prepareSchema(pool, { schema: 'bff', folder: bffMigrations, cipher });
  await pool.end();
}

/** The real start sequence makes the template, so a test's database is what a first start leaves behind. */
export async function fillDatabase(url: string, seeded: boolean): Promise<void> {
  await prepareBffSchema(url);
  const systems = await startSystems({
    config: testConfig({ DATABASE_URL: url }),
    keys: await testKeys(),
    databaseUrl: url,
    log: pino({ level: 'silent' }),
    seed: seeded,
  });
  await systems.stop();
}

/** Made once a run by whichever worker needs it first; the others wait for it. */
export async function templateDatabase(seeded: boolean): Promise<string> {
  const name = seeded ? 'template_seeded' : 'template_migrated';
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [BUILD_LOCK]);
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount) return name;
    await client.query(`drop database if exists ${name}_draft with (force)`);
    await client.query(`create database ${name}_draft template template0`);
    await fillDatabase(urlOfDatabase(`${name}_draft`), seeded);
    await client.query(`alter database ${name}_draft rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}
