import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, lstat, mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StartProblem } from '../../start-problem';
import { chooseAccount, runsAsRoot, type Account } from './account';

/** Where one embedded PostgreSQL keeps everything. */
export interface Home {
  account: Account;
  folder: string;
  dataFolder: string;
  socketFolder: string;
  logFile: string;
}

const FALLBACK_ROOT = '/var/lib/chezhu-club';
/** The kernel's limit for the path of a socket, less the name PostgreSQL adds. */
const SOCKET_FOLDER_LENGTH = 80;

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const dataIn = (folder: string) => path.join(folder, 'data');

function canEnter(folder: string, { uid, gid }: Account): boolean {
  if (uid === undefined) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

/** The mode is set apart because mkdir's is cut by the umask. */
async function makeFolder(folder: string, mode: number, account: Account = { name: '' }): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made === undefined) return;
  await chmod(folder, mode);
  if (account.uid !== undefined && account.gid !== undefined) await chown(folder, account.uid, account.gid);
}

/** A checkout below /root is closed to the database's user; its database then lives in a place of its own, found again by name. */
async function chooseFolder(dataDir: string): Promise<{ folder: string; account: Account }> {
  const beside = path.join(dataDir, 'postgres');
  const existing = existsSync(dataIn(beside)) ? dataIn(beside) : undefined;
  const account = chooseAccount(existing);
  if (!runsAsRoot()) return { folder: beside, account };
  const apart = path.join(FALLBACK_ROOT, shortHash(dataDir));
  if (!existing && existsSync(dataIn(apart))) return { folder: apart, account: chooseAccount(dataIn(apart)) };
  if (canEnter(dataDir, account)) return { folder: beside, account };
  if (existing)
    throw new StartProblem(`The database in ${existing} cannot be reached by its user ${account.name}.`);
  await makeFolder(FALLBACK_ROOT, 0o755);
  return { folder: apart, account };
}

async function chooseSocketFolder(folder: string, account: Account): Promise<string> {
  const beside = path.join(folder, 'run');
  const short = path.join(tmpdir(), `chezhu-club-${shortHash(folder)}`);
  const chosen = Buffer.byteLength(beside) <= SOCKET_FOLDER_LENGTH ? beside : short;
  await makeFolder(chosen, 0o700, account);
  const { uid } = await lstat(chosen);
  const expected = account.uid ?? process.getuid?.();
  if (uid !== expected)
    throw new StartProblem(`The folder ${chosen} belongs to another user; remove it and start again.`);
  return chosen;
}

/** @param dataDir the installation's data folder; it is created when missing */
export async function prepareHome(dataDir: string): Promise<Home> {
  await makeFolder(dataDir, runsAsRoot() ? 0o711 : 0o700);
  const { folder, account } = await chooseFolder(await realpath(dataDir));
  await makeFolder(folder, 0o711);
  return {
    account,
    folder,
    dataFolder: dataIn(folder),
    socketFolder: await chooseSocketFolder(folder, account),
    logFile: path.join(folder, 'postgres.log'),
  };
}
