import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { childEnvironment } from '../config';
import { isAlive } from '../database/embedded/processes';
import { StartProblem } from '../start-problem';
import { hashWebSources, youngestWebSource } from './web-sources';

const STAMP = '.built-from';
const KEPT_OUTPUT_CHARACTERS = 6_000;

export interface WebBuildOptions {
  /** The repository's folder. */
  root: string;
  /** One line of progress at a time. */
  tell: (line: string) => void;
  /** How often to say that it is still going on. */
  tellEveryMs?: number;
}

async function isFresh(root: string, built: string): Promise<boolean> {
  const page = await stat(path.join(built, 'index.html')).catch(() => undefined);
  if (!page) return false;
  const stamp = await readFile(path.join(built, STAMP), 'utf8').catch(() => undefined);
  if (stamp !== undefined) return stamp === (await hashWebSources(root));
  return page.mtimeMs > (await youngestWebSource(root));
}

function taroOf(root: string): string {
  const program = path.join(root, 'node_modules/.bin/taro');
  if (existsSync(program)) return program;
  throw new StartProblem(
    'There is no web build and nothing to make it with: run "npm ci", or set WEB_ROOT to a build made elsewhere.',
  );
}

/** What is going on until which percentage. The compiler counts steps and not time: one of the last takes half of it, and must not look like a standstill. */
const phases: readonly { below: number; what: string }[] = [
  { below: 66, what: 'reading the pages' },
  { below: 91, what: 'putting them together' },
  { below: 95, what: 'making the files small, the longest step' },
  { below: Infinity, what: 'writing the files' },
];

/** The compiler redraws a progress bar; of all that only the percentage and, at the end, the errors are worth reading. */
class CompilerOutput {
  percent = 0;
  private tail = '';

  take(chunk: Buffer): void {
    this.tail = (this.tail + chunk.toString()).slice(-KEPT_OUTPUT_CHARACTERS);
    const found = [...this.tail.matchAll(/\((\d{1,3})%\)/g)].at(-1)?.[1];
    if (found !== undefined) this.percent = Number(found);
  }

  get progress(): string {
    const phase = phases.find(({ below }) => this.percent < below);
    return `${this.percent} %, ${phase?.what ?? ''}`;
  }

  get complaint(): string {
    const errorsAt = this.tail.lastIndexOf('Errors:');
    return this.tail.slice(Math.max(errorsAt, 0)).trim();
  }
}

function runTaro(root: string, outputRoot: string, output: CompilerOutput): Promise<void> {
  const child = spawn(taroOf(root), ['build', '--type', 'h5'], {
    cwd: root,
    env: childEnvironment({ NODE_ENV: 'production', TARO_OUTPUT_ROOT: outputRoot }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A stop during the build must not leave a compiler behind that works for nobody.
  const endChild = () => void child.kill('SIGKILL');
  process.once('exit', endChild);
  child.stdout.on('data', (chunk: Buffer) => output.take(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.take(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', endChild);
      if (code === 0) resolve();
      else reject(new Error(`The web build failed. ${output.complaint}`));
    });
  });
}

async function sweep(dist: string): Promise<void> {
  for (const name of await readdir(dist)) {
    const maker = /^h5\.(?:tmp|old)-(\d+)$/.exec(name)?.[1];
    if (maker === undefined || isAlive(Number(maker))) continue;
    await rm(path.join(dist, name), { recursive: true, force: true });
  }
}

/** Under its name stands either the last complete build or none: a build that was killed is made again, never served. */
async function putInPlace(draft: string, built: string): Promise<void> {
  const old = path.join(path.dirname(built), `h5.old-${process.pid}`);
  await rename(built, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(draft, built);
  await rm(old, { recursive: true, force: true });
}

/**
 * Builds the web client when it is missing or its sources changed.
 * @returns the folder to serve
 * @throws StartProblem when there is nothing to build with
 */
export async function buildWeb({ root, tell, tellEveryMs = 5_000 }: WebBuildOptions): Promise<string> {
  const dist = path.join(root, 'dist');
  const built = path.join(dist, 'h5');
  if (await isFresh(root, built)) return built;
  await mkdir(dist, { recursive: true });
  await sweep(dist);
  const draftName = `h5.tmp-${process.pid}`;
  const startedAt = Date.now();
  const elapsed = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  tell('Building the web client (a minute or two, only when it changed) …');
  const output = new CompilerOutput();
  const progress = setInterval(() => tell(`  ${output.progress} (${elapsed()})`), tellEveryMs);
  try {
    const hash = await hashWebSources(root);
    await runTaro(root, `dist/${draftName}`, output);
    await writeFile(path.join(dist, draftName, STAMP), hash);
    await putInPlace(path.join(dist, draftName), built);
  } finally {
    clearInterval(progress);
    await rm(path.join(dist, draftName), { recursive: true, force: true });
  }
  tell(`The web client is built (${elapsed()}).`);
  return built;
}
