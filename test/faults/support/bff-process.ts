import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { SystemName } from '../../../bff/system-names';
import { temporaryFolder } from '../../support/run-folder';
import { emptyWebRoot } from '../../support/server-process';
import { testSecrets } from '../../support/settings';

const ROOT = path.resolve(__dirname, '../../..');
const START_DEADLINE_MS = 60_000;

/** What can be taken out, to see that its test goes red. */
export type Protection = 'deadline' | 'breaker' | 'retryBudget';

/** The server as `npm start` starts it, in a process of its own (see bff-under-test); every system of record is elsewhere. */
export interface BffProcess {
  url: string;
  /** 99th percentile of the event loop's delay since it was last asked. */
  loopP99Ms(): Promise<number>;
  stop(): Promise<void>;
}

export interface BffOptions {
  databaseUrl: string;
  systems: Record<SystemName, string>;
  nameServer?: string;
  without?: Protection;
}

function environmentOf({ databaseUrl, systems, nameServer, without }: BffOptions): NodeJS.ProcessEnv {
  const urls = Object.entries(systems).map(([name, url]) => [`${name.toUpperCase()}_URL`, url]);
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ...testSecrets,
    DEMO: '1',
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: temporaryFolder('faults'),
    WEB_ROOT: emptyWebRoot(),
    DATABASE_URL: databaseUrl,
    ...Object.fromEntries(urls),
    ...(nameServer && { NAME_SERVER: nameServer }),
    ...(without === 'deadline' && { READ_DEADLINE_MS: '60000', WRITE_DEADLINE_MS: '60000' }),
    ...(without && { WITHOUT: without }),
  };
}

/** @throws Error with what the process wrote, when it ends or says nothing for a minute */
export async function startBff(options: BffOptions): Promise<BffProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'bff-under-test.ts')], {
    cwd: ROOT,
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const gone = once(child, 'exit');
  let written = '';
  const url = await new Promise<string>((resolve, reject) => {
    const complain = (why: string) => reject(new Error(`the server ${why}\n${written}`));
    const timer = setTimeout(() => complain('is not ready in time'), START_DEADLINE_MS);
    const read = (chunk: Buffer) => {
      written = (written + chunk.toString()).slice(-20_000);
      const found = /Open +(http:\/\/[^\s/]+)/.exec(written);
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
    async loopP99Ms() {
      const answer = once(child, 'message') as Promise<[number]>;
      child.send('loop');
      return (await answer)[0];
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
