import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { prepareHome } from '../../bff/database/embedded/home';
import { endServer } from '../../bff/database/embedded/postmaster';
import { startChild, type Child } from './child';

/** `ready()` resolves with the database's address. */
export function holdPostgres(dataDir: string, uid?: number): Child {
  return startChild({
    entry: ['test/support/postgres-holder.ts', dataDir],
    env: {},
    readyWhen: /holding (\S+)/,
    uid,
  });
}

/** @throws Error when no server has this folder */
export function postmasterPid(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
}

export const hasPostmaster = (dataDir: string) =>
  existsSync(path.join(dataDir, 'postgres/data/postmaster.pid'));

/** Ends whatever server is left there, and removes the folder. */
export async function removePostgres(dataDir: string): Promise<void> {
  await endServer(await prepareHome(dataDir));
  await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
}

/** One connection, one query, as a value. */
export async function askPostgres(url: string, query: string, values: unknown[] = []): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(query, values);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}
