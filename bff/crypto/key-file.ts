import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { StartProblem } from '../start-problem';

const KEY_BYTES = 32;

async function readKey(file: string): Promise<Buffer | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new StartProblem(`Cannot read the key file ${file} (${error.code ?? error.message}).`);
  });
  if (text === undefined) return undefined;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES)
    throw new StartProblem(`The key file ${file} does not hold a key of ${KEY_BYTES} bytes.`);
  return key;
}

/**
 * Reads a demo key or makes it once, mode 0600. It is written aside, synced and then linked into place: a crash leaves no half key,
 * and of several first starts exactly one key wins, for all of them.
 */
export async function readOrCreateKeyFile(file: string): Promise<Buffer> {
  const existing = await readKey(file);
  if (existing) return existing;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.tmp-${process.pid}-${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft, { force: true });
  const stored = await readKey(file);
  if (!stored) throw new StartProblem(`Cannot keep the key file ${file}.`);
  return stored;
}
