import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** No upload takes this long; what is older was left by a process that died. */
const LEFTOVER_AFTER_MS = 60 * 60 * 1000;

/** Tidies the folder of temporary uploads. Other servers may share it, so young files stay. */
export async function removeLeftoverUploads(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const file = path.join(folder, name);
    const age = await stat(file).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > LEFTOVER_AFTER_MS) await rm(file, { force: true });
  }
}
