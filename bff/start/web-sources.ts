import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { clientBuildVariables } from '../config';

const FILES = [
  'bff/identifiers.ts',
  'bff/http/contract.ts',
  'config/index.ts',
  'config/build-constants.ts',
  'config/babel.cjs',
  'tsconfig.json',
  'package-lock.json',
];

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/** `contract.ts`, or one of several in a folder `contract`. */
const isContract = (file: string) => /[/\\]contract([/\\][^/\\]+)?\.ts$/.test(file);

async function sourceFiles(root: string): Promise<string[]> {
  const client = [...(await filesBelow(root, 'client')), ...(await filesBelow(root, 'config/web'))];
  const features = await filesBelow(root, 'bff/features');
  // A feature's contract is made of those of the systems behind it.
  const upstream = await filesBelow(root, 'bff/upstream');
  return [...FILES, ...client, ...[...features, ...upstream].filter(isContract)].sort();
}

/** A fingerprint of everything that ends up in the web build: content and build constants, not dates, which a checkout changes at will. */
export async function hashWebSources(root: string): Promise<string> {
  const hash = createHash('sha256').update(clientBuildVariables().join('\n'));
  for (const file of await sourceFiles(root)) {
    hash.update(`\0${file}\0`).update(await readFile(path.join(root, file)).catch(() => ''));
  }
  return hash.digest('hex');
}

/** When the youngest source was changed, in milliseconds: for a build that somebody made by hand. */
export async function youngestWebSource(root: string): Promise<number> {
  const times = (await sourceFiles(root)).map((file) =>
    stat(path.join(root, file)).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    ),
  );
  return Math.max(...(await Promise.all(times)));
}
