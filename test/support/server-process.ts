import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startChild, type Child } from './child';
import { temporaryFolder } from './run-folder';

export interface ProcessOptions {
  /** Added to a bare demo environment on a free port; a DATA_DIR of one's own unless it is given. */
  env?: Record<string, string>;
  /** Another entry, e.g. `['bff/systems/start-alone.ts', 'club']`. */
  entry?: string[];
  /** Run as this user, when we are root. */
  uid?: number;
}

/** `ready()` resolves with the address. */
export interface ServerProcess extends Child {
  dataDir: string;
}

/** A web build small enough for tests that are not about the web build. */
export function emptyWebRoot(): string {
  const folder = temporaryFolder('web');
  mkdirSync(path.join(folder, 'js'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>车主俱乐部</title>');
  return folder;
}

/** Starts the real thing, as `npm start` does, in a process of its own. */
export function startServerProcess(options: ProcessOptions = {}): ServerProcess {
  const { env = {}, entry = ['bff/main.ts'], uid } = options;
  const dataDir = env.DATA_DIR ?? temporaryFolder('data');
  const child = startChild({
    entry,
    env: { HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, WEB_ROOT: emptyWebRoot(), ...env },
    readyWhen: /(?:Open +|is ready at )(http:\/\/[^\s/]+)/,
    uid,
  });
  return { ...child, dataDir };
}
