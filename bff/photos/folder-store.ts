import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { keyParts, type PhotoStore } from './photo-store';

async function writeSynced(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Photos in a folder of this machine. A file appears whole or not at all: written aside, synced, then renamed. */
export function createFolderStore(folder: string): PhotoStore {
  /** Ids grow with time, so their last characters spread the files evenly. */
  function pathOf(key: string): string {
    const { id, file } = keyParts(key);
    return path.join(folder, id.slice(-2), `${id}-${file}`);
  }

  return {
    async put(key, bytes) {
      const target = pathOf(key);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const aside = `${target}.${randomUUID()}`;
      try {
        await writeSynced(aside, bytes);
        await rename(aside, target);
      } catch (error) {
        // On a full disk a half-written file would only make things worse.
        await rm(aside, { force: true }).catch(() => undefined);
        throw error;
      }
    },
    async get(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}
