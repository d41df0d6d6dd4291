import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';

export const root = path.resolve(__dirname, '../../..');

/** What a figure is worth nothing without. */
export interface Surroundings {
  at: string;
  commit: string;
  /** Files differ from the commit. */
  changed: boolean;
  node: string;
  machine: { cpu: string; cores: number; memoryGb: number; load: number; system: string };
  seed: number;
}

function git(...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

export function surroundings(seed: number): Surroundings {
  return {
    at: new Date().toISOString(),
    commit: git('rev-parse', '--short=12', 'HEAD') ?? 'unknown',
    changed: git('status', '--porcelain', '--untracked-files=no') !== '',
    node: process.version,
    machine: {
      cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
      cores: os.cpus().length,
      memoryGb: Math.round(os.totalmem() / 1024 ** 3),
      load: Number(os.loadavg()[0]?.toFixed(2)),
      system: `${os.platform()} ${os.release()} ${os.arch()}`,
    },
    seed,
  };
}
