import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { StartProblem } from '../../start-problem';
import { draftName } from './drafts';
import type { Home } from './home';

const run = promisify(execFile);

export const SUPERUSER = 'postgres';
const MAJOR_VERSION = '18';
const INITDB_OPTIONS = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  `--username=${SUPERUSER}`,
  '--auth=reject',
  '--no-instructions',
];

/** Nothing of our own environment: a LANG or PGDATA of the caller must not change the database. */
export const bareEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C' };

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function initialise(home: Home, binFolder: string): Promise<void> {
  const { uid, gid } = home.account;
  const draft = path.join(home.folder, draftName('data'));
  await mkdir(draft, { mode: 0o700 });
  if (uid !== undefined && gid !== undefined) await chown(draft, uid, gid);
  const options = { uid, gid, cwd: '/', env: bareEnvironment };
  await run(path.join(binFolder, 'initdb'), ['-D', draft, ...INITDB_OPTIONS], options).catch(
    (error: { stderr?: string }) => {
      throw new StartProblem(
        `PostgreSQL could not create its data folder: ${lastLine(error.stderr ?? String(error))}`,
      );
    },
  );
  await rename(draft, home.dataFolder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true, force: true });
    // Another first start was quicker; its database is the one.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await syncFolder(home.folder);
}

/** Makes the database's folder once. It appears under its name only when it is complete, so a killed initdb leaves nothing half-made. */
export async function prepareCluster(home: Home, binFolder: string): Promise<void> {
  if (!existsSync(home.dataFolder)) await initialise(home, binFolder);
  const version = await readFile(path.join(home.dataFolder, 'PG_VERSION'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      throw new StartProblem(
        `The database folder ${home.dataFolder} cannot be read (${error.code ?? error.message}).`,
      );
    },
  );
  if (version.trim() !== MAJOR_VERSION) {
    throw new StartProblem(
      `${home.dataFolder} was made by PostgreSQL ${version.trim()}; this one is ${MAJOR_VERSION}.`,
    );
  }
}
