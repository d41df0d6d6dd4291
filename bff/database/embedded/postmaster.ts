import { spawn } from 'node:child_process';
import { open, readFile, rm, writeFile, chown } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartProblem } from '../../start-problem';
import { bareEnvironment, SUPERUSER } from './cluster';
import type { Home } from './home';
import { isDeserted, isPostgres } from './processes';

/** Part of the socket's name; each home has a socket folder of its own, so the number is always the same. */
const PORT = 5432;
const POLL_MS = 20;
const START_DEADLINE_MS = 60_000;
/** A postmaster that another start's postmaster locks out exits at once, so a few failures in a row are normal. */
const FAILING_FOR_MS = 10_000;

export function urlOf(home: Home, database: string): string {
  return `postgresql://${SUPERUSER}@localhost:${PORT}/${database}?host=${encodeURIComponent(home.socketFolder)}`;
}

async function readPid(home: Home): Promise<number | undefined> {
  const text = await readFile(path.join(home.dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

type Answer = 'ready' | 'starting' | 'silent';

async function ask(home: Home): Promise<Answer> {
  const client = new pg.Client({ connectionString: urlOf(home, 'postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    );
    if (rows[0]?.folder === home.dataFolder) return 'ready';
    throw new StartProblem(
      `The PostgreSQL on ${home.socketFolder} serves another folder, ${rows[0]?.folder}.`,
    );
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    const { code = '' } = error as { code?: string };
    if (code === '28000') throw new StartProblem(`The PostgreSQL in ${home.folder} belongs to another user.`);
    // 57P01–57P03: shutting down or starting up; both end by themselves.
    return code.startsWith('57P') ? 'starting' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function writeOwned(home: Home, name: string, content: string): Promise<void> {
  const file = path.join(home.dataFolder, name);
  await writeFile(file, content, { mode: 0o600 });
  const { uid, gid } = home.account;
  if (uid !== undefined && gid !== undefined) await chown(file, uid, gid);
}

/**
 * The only way in is the socket, and the kernel says who knocks: no password is stored anywhere, and no other user of the machine gets in.
 * Root may, since root can become anyone.
 */
async function writeAccessRules(home: Home): Promise<void> {
  const users = new Set([
    userInfo().username,
    home.account.uid === undefined ? home.account.name : 'root',
    'root',
  ]);
  const map = [...users].map((user) => `chezhu "${user}" ${SUPERUSER}\n`).join('');
  await writeOwned(home, 'pg_ident.conf', map);
  await writeOwned(home, 'pg_hba.conf', `local all ${SUPERUSER} peer map=chezhu\n`);
}

const settings = (home: Home) => [
  `unix_socket_directories=${home.socketFolder}`,
  'unix_socket_permissions=0700',
  'listen_addresses=',
  `port=${PORT}`,
  'max_connections=300',
  'fsync=on',
  'full_page_writes=on',
  'synchronous_commit=on',
  'log_min_messages=warning',
  // A statement's values may be personal; the log has no business with them.
  'log_min_error_statement=panic',
  'log_parameter_max_length_on_error=0',
];

async function launch(home: Home, binFolder: string): Promise<() => boolean> {
  await writeAccessRules(home);
  const { uid, gid } = home.account;
  const log = await open(home.logFile, 'a', 0o600);
  const args = ['-D', home.dataFolder, ...settings(home).flatMap((setting) => ['-c', setting])];
  const child = spawn(path.join(binFolder, 'postgres'), args, {
    uid,
    gid,
    cwd: '/',
    detached: true,
    env: bareEnvironment,
    stdio: ['ignore', log.fd, log.fd],
  });
  let ended = false;
  child.on('error', () => (ended = true));
  child.on('exit', () => (ended = true));
  child.unref();
  await log.close();
  return () => ended;
}

/** A killed container leaves a lock file whose process id now belongs to someone else; PostgreSQL would refuse to start for ever. */
async function removeForeignLockFile(home: Home, pid: number | undefined): Promise<void> {
  if (pid === undefined || isPostgres(pid) || !isDeserted(home.dataFolder)) return;
  await rm(path.join(home.dataFolder, 'postmaster.pid'), { force: true });
}

async function lastComplaint(home: Home): Promise<string> {
  const lines = (await readFile(home.logFile, 'utf8').catch(() => '')).trim().split('\n');
  return lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? '';
}

/** Adopts the running server of this home or starts one; returns when it answers. */
export async function ensureRunning(home: Home, binFolder: string): Promise<void> {
  const startedAt = Date.now();
  let hasEnded: (() => boolean) | undefined;
  while (Date.now() - startedAt < START_DEADLINE_MS) {
    const answer = await ask(home);
    if (answer === 'ready') return;
    const pid = await readPid(home);
    const idle = hasEnded === undefined || hasEnded();
    if (answer === 'silent' && idle && !(pid !== undefined && isPostgres(pid))) {
      if (hasEnded !== undefined && Date.now() - startedAt > FAILING_FOR_MS) break;
      await removeForeignLockFile(home, pid);
      hasEnded = await launch(home, binFolder);
    }
    await pause(POLL_MS);
  }
  throw new StartProblem(`PostgreSQL does not start: ${await lastComplaint(home)} (see ${home.logFile}).`);
}

async function waitForEnd(home: Home, pid: number, deadlineMs: number): Promise<boolean> {
  const startedAt = Date.now();
  while (Date.now() - startedAt < deadlineMs) {
    if (!isPostgres(pid) || (await readPid(home)) !== pid) return true;
    await pause(POLL_MS);
  }
  return false;
}

/** Ends the server: sessions are cut, everything committed is written. What does not end in time is ended as in a crash, which is safe too. */
export async function endServer(home: Home): Promise<void> {
  const pid = await readPid(home);
  if (pid === undefined || !isPostgres(pid)) return;
  for (const [signal, deadlineMs] of [
    ['SIGINT', 4_000],
    ['SIGQUIT', 2_000],
  ] as const) {
    process.kill(pid, signal);
    if (await waitForEnd(home, pid, deadlineMs)) return;
  }
}
