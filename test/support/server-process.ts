import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './settings';

const ROOT = path.resolve(__dirname, '../..');
const START_DEADLINE_MS = 60_000;

export interface ProcessOptions {
  /** Added to a bare demo environment on a free port; a DATA_DIR of one's own unless it is given. */
  env?: Record<string, string>;
  /** Another entry, e.g. `bff/systems/start-alone.ts`, with its arguments. */
  entry?: string[];
  uid?: number;
}

export interface ServerProcess {
  pid: number;
  /** Everything written so far, both streams. */
  output(): string;
  stdout(): string;
  stderr(): string;
  /** Resolves with the address once the process says it is ready; rejects when it ends instead. */
  ready(): Promise<string>;
  /** Resolves when the process is gone. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  kill(signal: NodeJS.Signals): void;
  dataDir: string;
}

/** A web build small enough for tests that are not about the web build. */
export function emptyWebRoot(): string {
  const folder = temporaryFolder('web');
  mkdirSync(path.join(folder, 'js'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>车主俱乐部</title>');
  return folder;
}

function bareEnvironment(dataDir: string): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, WEB_ROOT: emptyWebRoot() };
}

function exitOf(child: ChildProcess): ServerProcess['exited'] {
  return new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
}

/** Starts the real thing, as `npm start` does, in a process of its own. */
export function startServerProcess({
  env = {},
  entry = ['bff/main.ts'],
  uid,
}: ProcessOptions = {}): ServerProcess {
  const dataDir = env.DATA_DIR ?? temporaryFolder('data');
  const child = spawn(process.execPath, ['--import', 'tsx', ...entry], {
    cwd: ROOT,
    env: { ...bareEnvironment(dataDir), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    uid,
    gid: uid,
  });
  const written = { out: '', err: '' };
  const listeners = new Set<() => void>();
  const take = (stream: 'out' | 'err') => (chunk: Buffer) => {
    written[stream] += chunk.toString();
    listeners.forEach((listener) => listener());
  };
  child.stdout.on('data', take('out'));
  child.stderr.on('data', take('err'));
  const exited = exitOf(child);
  const address = () => /(?:Open +|is ready at )(http:\/\/[^\s/]+)/.exec(written.out)?.[1];
  const ready = () =>
    new Promise<string>((resolve, reject) => {
      const complain = (why: string) => reject(new Error(`${why}\n${written.out}\n${written.err}`));
      const timer = setTimeout(() => complain('the server was not ready in time'), START_DEADLINE_MS);
      const look = () => {
        const url = address();
        if (url === undefined) return;
        clearTimeout(timer);
        listeners.delete(look);
        resolve(url);
      };
      listeners.add(look);
      look();
      void exited.then(({ code, signal }) => {
        clearTimeout(timer);
        complain(`the server ended with ${signal ?? String(code)}`);
      });
    });
  return {
    pid: child.pid ?? 0,
    dataDir,
    output: () => written.out + written.err,
    stdout: () => written.out,
    stderr: () => written.err,
    ready,
    exited,
    kill: (signal) => void child.kill(signal),
  };
}
