import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from './processes';

/** Work in progress carries the process id of its maker, so that a later start can tell a leftover from a neighbour's work. */
export const draftName = (name: string) => `${name}.tmp-${process.pid}-${randomBytes(3).toString('hex')}`;

/** Removes what killed starts left behind. A leftover that is still being written to is left for the next time. */
export async function sweepDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const maker = /\.tmp-(\d+)-[0-9a-f]+$/.exec(name)?.[1];
    if (maker === undefined || isAlive(Number(maker))) continue;
    await rm(path.join(home, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}
