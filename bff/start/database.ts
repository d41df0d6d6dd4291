import pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { startEmbeddedPostgres } from '../database/embedded-postgres';
import { StartProblem } from '../start-problem';

export interface RunningDatabase {
  url: string;
  /** For people: where the data is. Never holds a password. */
  place: string;
  stop(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 4_000;
const OLDEST_VERSION = 150_000;

const reasons: Record<string, string> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its host name cannot be resolved',
  ECONNREFUSED: 'nothing listens there',
  EHOSTUNREACH: 'its host cannot be reached',
  ENOENT: 'there is no such socket',
  '28P01': 'the password is wrong',
  '28000': 'this user may not log in',
  '3D000': 'there is no such database',
  '53300': 'it has no connection left',
  '57P03': 'it is starting up or shutting down',
};

function reasonOf(error: { code?: string; message: string }): string {
  return reasons[error.code ?? ''] ?? (/timeout/i.test(error.message) ? 'it does not answer' : error.message);
}

/** The address without the password, for a line that may end up anywhere. */
function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port ? `:${port}` : ''}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

async function checkDatabase(url: string): Promise<void> {
  const refuse = (reason: string): never => {
    throw new StartProblem(`The database at ${placeOf(url)} (DATABASE_URL) cannot be used: ${reason}.`);
  };
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  } catch {
    return refuse('the address cannot be read');
  }
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    );
    const { version = 0, encoding = '' } = rows[0] ?? {};
    if (version < OLDEST_VERSION) refuse('PostgreSQL 15 or newer is needed');
    if (encoding !== 'UTF8') refuse(`its encoding is ${encoding}, not UTF8`);
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    refuse(reasonOf(error as Error));
  } finally {
    client.end().catch(() => undefined);
  }
}

/** The database that was configured, or one of our own. @throws StartProblem in one line when neither can be used */
export async function openDatabase({
  config,
  log,
  onLost,
}: {
  config: Config;
  log: Logger;
  onLost: (problem: Error) => void;
}): Promise<RunningDatabase> {
  if (config.databaseUrl !== undefined) {
    await checkDatabase(config.databaseUrl);
    return { url: config.databaseUrl, place: placeOf(config.databaseUrl), stop: () => Promise.resolve() };
  }
  const { url, dataDirectory, stop } = await startEmbeddedPostgres({ dataDir: config.dataDir, log, onLost });
  return { url, place: dataDirectory, stop };
}
