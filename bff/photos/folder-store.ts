import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { PhotoStore } from './photo-store';

const KEY = /^[A-Za-z0-9_-]{1,64}\/(full|thumb)$/;

/** Photos in a folder of this machine. A file appears whole or not at all: written aside, synced, then renamed. */
export function createFolderStore(folder: string): PhotoStore {
  /** Ids grow with time, so their last characters spread the files evenly. */
  function pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('not a key of a stored photo');
    const [id = '', variant = ''] = key.split('/');
    return path.join(folder, id.slice(-2), `${id}-${variant}`);
  }

  return {
    async put(key, bytes) {
      const target = pathOf(key);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const aside = `${target}.${randomUUID()}`;
      const handle = await open(aside, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(aside, target);
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
