import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareHome } from '../../bff/database/embedded/home';
import { endServer } from '../../bff/database/embedded/postmaster';
import { isAlive } from '../../bff/database/embedded/processes';

const PREFIX = 'chezhu-run-';

/** Others may pass through but not list: as root, the database's user lives in there. */
function makeFolder(within: string, prefix: string): string {
  const folder = mkdtempSync(path.join(within, prefix));
  chmodSync(folder, 0o711);
  return folder;
}

/** Everything a run writes lies in one folder, which carries the run's process id. */
export const makeRunFolder = (): string => makeFolder(tmpdir(), `${PREFIX}${process.pid}-`);

/** A new folder for one purpose of one test; it goes when the run ends. */
export function temporaryFolder(name: string): string {
  return makeFolder(process.env.TEST_RUN_FOLDER ?? tmpdir(), `${name}-`);
}

/** A run that is just ending may still hold a disk of its own in there; then the next run removes it. */
function removeIfFree(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (!['EBUSY', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Runs that were killed left a server and a folder behind. */
export async function sweepDeadRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = path.join(tmpdir(), name);
    for (const inside of listed(folder).filter((entry) => /^(data|postgres|deep)/.test(entry))) {
      await endServer(await prepareHome(path.join(folder, inside))).catch(() => undefined);
    }
    remove(folder);
  }
}

/** Another run that begins at the same moment sweeps too, and may have been quicker. */
function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return [];
  }
}

/** A killed run may also have left a small disk mounted in its folder; what cannot be removed must not keep the next run from starting. */
function remove(folder: string): void {
  try {
    removeIfFree(folder);
  } catch (error) {
    process.stderr.write(`${folder} stays behind: ${(error as Error).message}\n`);
  }
}
