import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const START_DEADLINE_MS = 60_000;

export interface ChildOptions {
  /** File of the repository and its arguments; or `npm` and what npm is to do. */
  entry: string[];
  env: Record<string, string>;
  /** What it writes when it is ready; the first group is what `ready()` resolves with. */
  readyWhen: RegExp;
  /** Run as this user, when we are root. */
  uid?: number;
}

export interface Child {
  pid: number;
  stdout(): string;
  stderr(): string;
  /** @throws Error with everything written when the process ends instead, or takes a minute */
  ready(): Promise<string>;
  /** Resolves when the process is gone. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  kill(signal: NodeJS.Signals): void;
}

/** A TypeScript file of ours in a process of its own, with nothing of our environment but what is given. */
export function startChild({ entry, env, readyWhen, uid }: ChildOptions): Child {
  const [program, ...rest] = entry;
  const command = program === 'npm' ? ['npm', ...rest] : [process.execPath, '--import', 'tsx', ...entry];
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    uid,
    gid: uid,
  });
  let out = '';
  let err = '';
  const exited: Child['exited'] = new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const isReady = new Promise<string>((resolve, reject) => {
    const complain = (why: string) => reject(new Error(`${why}\n${out}\n${err}`));
    const timer = setTimeout(() => complain('not ready in time'), START_DEADLINE_MS);
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = readyWhen.exec(out);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1] ?? '');
    });
    void exited.then(({ code, signal }) => {
      clearTimeout(timer);
      complain(`ended with ${signal ?? String(code)}`);
    });
  });
  // Whoever only waits for the end has no use for a complaint.
  isReady.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    stdout: () => out,
    stderr: () => err,
    ready: () => isReady,
    exited,
    kill: (signal) => void child.kill(signal),
  };
}
