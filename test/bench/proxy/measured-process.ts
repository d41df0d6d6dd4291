import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
const REPORTER = path.join(__dirname, 'report-cpu.ts');
const START_DEADLINE_MS = 60_000;

/** A server under measurement, in a process of its own that tells what it used of the processor. */
export interface MeasuredProcess {
  url: string;
  /** User and system time since its start, in microseconds. */
  cpuMicroseconds(): Promise<number>;
  /** What it has in memory now. One question at a time. */
  residentBytes(): Promise<number>;
  stop(): Promise<void>;
}

export interface MeasuredOptions {
  /** A TypeScript file of the repository. */
  entry: string;
  env: Record<string, string>;
  readyWhen: RegExp;
  /** Writes a CPU profile into this folder when it stops. */
  profile?: string | undefined;
}

/** @throws Error with what the process wrote, when it ends or says nothing for a minute */
export async function startMeasured({
  entry,
  env,
  readyWhen,
  profile,
}: MeasuredOptions): Promise<MeasuredProcess> {
  const profiling =
    profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profile, '--cpu-prof-interval', '250'];
  const args = [...profiling, '--import', 'tsx', '--require', REPORTER, entry];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let written = '';
  const url = await new Promise<string>((resolve, reject) => {
    const complain = (why: string) => reject(new Error(`${entry} ${why}\n${written}`));
    const timer = setTimeout(() => complain('is not ready in time'), START_DEADLINE_MS);
    const read = (chunk: Buffer) => {
      written = (written + chunk.toString()).slice(-20_000);
      const found = readyWhen.exec(written);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1] ?? '');
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => complain('ended'));
  });
  return {
    url,
    async cpuMicroseconds() {
      const answer = once(child, 'message') as Promise<[NodeJS.CpuUsage]>;
      child.send('cpu');
      const [{ user, system }] = await answer;
      return user + system;
    },
    async residentBytes() {
      const answer = once(child, 'message') as Promise<[number]>;
      child.send('memory');
      return (await answer)[0];
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
