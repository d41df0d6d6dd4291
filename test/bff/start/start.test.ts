import axios from 'axios';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { hasPostmaster, removePostgres } from '../../support/postgres-process';
import { startServerProcess, type ProcessOptions, type ServerProcess } from '../../support/server-process';
import { temporaryFolder } from '../../support/run-folder';

jest.setTimeout(120_000);

const started: ServerProcess[] = [];
const folders = new Set<string>();
function start(options: ProcessOptions = {}): ServerProcess {
  const server = startServerProcess(options);
  started.push(server);
  folders.add(server.dataDir);
  return server;
}
afterEach(async () => {
  started.forEach((server) => server.kill('SIGKILL'));
  await Promise.all(started.splice(0).map((server) => server.exited));
  for (const folder of folders) await removePostgres(folder);
  folders.clear();
});

const status = async (url: string) => (await axios.get(url, { validateStatus: () => true })).status;

async function untilExists(file: string): Promise<void> {
  while (!existsSync(file)) await new Promise(setImmediate);
}

/** What a person sees when a start is refused: one line, and nothing else on that stream. */
async function refusalOf(server: ServerProcess): Promise<string> {
  expect((await server.exited).code).toBe(1);
  expect(server.stderr().trimEnd().split('\n')).toHaveLength(1);
  return server.stderr().trimEnd();
}

it('starts on an empty folder, says where to look, and is there', async () => {
  const server = start();
  const url = await server.ready();
  for (const place of [`${url}/`, `${url}/demo`, `${url}/demo/inbox?phone=13800000001`, `${url}/api/docs`]) {
    expect(server.stdout()).toContain(place);
  }
  expect(await status(`${url}/health/ready`)).toBe(200);
  expect(await status(`${url}/`)).toBe(200);
  expect(existsSync(path.join(server.dataDir, 'keys/data-key'))).toBe(true);
});

it('comes back within ten seconds after a kill -9, with its data', async () => {
  const killed = start();
  await killed.ready();
  killed.kill('SIGKILL');
  await killed.exited;
  const startedAt = Date.now();
  const next = start({ env: { DATA_DIR: killed.dataDir } });
  expect(await status(`${await next.ready()}/health/ready`)).toBe(200);
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  expect(next.stdout()).not.toContain('demo data is in');
});

it('stops in good order: readiness first, then everything, the database too, with 0', async () => {
  const server = start();
  const url = await server.ready();
  const startedAt = Date.now();
  server.kill('SIGTERM');
  // npm hands the terminal's signal on a second time; that must not cut the stop short.
  server.kill('SIGTERM');
  const seen: number[] = [];
  for (;;) {
    const answer = await status(`${url}/health/ready`).catch(() => undefined);
    if (answer === undefined) break;
    if (seen.at(-1) !== answer) seen.push(answer);
  }
  expect(seen.at(-1)).toBe(503);
  expect(await server.exited).toEqual({ code: 0, signal: null });
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  expect(hasPostmaster(server.dataDir)).toBe(false);
});

it.each(['SIGTERM', 'SIGKILL'] as const)('leaves nothing behind when npm start gets %s', async (signal) => {
  const npm = start({ entry: ['npm', 'start'] });
  const url = await npm.ready();
  npm.kill(signal);
  // Both streams close only when the server itself has ended.
  await npm.exited;
  expect(hasPostmaster(npm.dataDir)).toBe(false);
  await expect(status(`${url}/health/live`)).rejects.toThrow();
});

it('stops cleanly in the middle of a first start', async () => {
  const server = start();
  await untilExists(path.join(server.dataDir, 'postgres/data'));
  server.kill('SIGTERM');
  expect((await server.exited).code).toBe(0);
  expect(server.stderr()).toBe('');
  const next = start({ env: { DATA_DIR: server.dataDir } });
  expect(await status(`${await next.ready()}/health/ready`)).toBe(200);
});

describe('a start that cannot be', () => {
  it('says that the port is in use', async () => {
    const { port } = new URL(await start().ready());
    expect(await refusalOf(start({ env: { PORT: port } }))).toBe(
      `Port ${port} on 127.0.0.1 is in use. Stop what runs there, or choose another with PORT.`,
    );
  });

  it('says that the folder is in use, and leaves the one who uses it alone', async () => {
    const first = start();
    const url = await first.ready();
    expect(await refusalOf(start({ env: { DATA_DIR: first.dataDir } }))).toMatch(
      / is already in use by another running start\.$/,
    );
    expect(await status(`${url}/health/ready`)).toBe(200);
  });

  it.each([
    ['nothing listens there', 'postgresql://club:hunter2@127.0.0.1:1/club', /nothing listens there\.$/],
    [
      'there is no such host',
      'postgresql://club:hunter2@no-such-host.invalid/club',
      /(no such host|cannot be resolved)\.$/,
    ],
    ['it is not one', 'mysql://club:hunter2@127.0.0.1/club', /DATABASE_URL: needs to start with postgresql:/],
  ])('says of a bad DATABASE_URL that %s, without its password', async (_what, url, words) => {
    const line = await refusalOf(start({ env: { DEMO: '1', DATABASE_URL: url } }));
    expect(line).toMatch(words);
    expect(line).not.toContain('hunter2');
  });

  it('names what is missing outside demo mode', async () => {
    expect(await refusalOf(start({ env: { NODE_ENV: 'production' } }))).toMatch(
      /^Outside demo mode these variables are needed: SMS_URL, WECHAT_URL, IDENTITY_URL, DATA_KEY, TOKEN_KEY/,
    );
  });

  it('notices keys that do not fit the data', async () => {
    const first = start();
    await first.ready();
    first.kill('SIGTERM');
    await first.exited;
    const otherKey = Buffer.alloc(32, 'x').toString('base64');
    expect(await refusalOf(start({ env: { DATA_DIR: first.dataDir, DATA_KEY: otherKey } }))).toMatch(
      /^DATA_KEY does not fit/,
    );
  });
});

describe('a system alone', () => {
  it('starts with a secret made up and shown, and stops in good order', async () => {
    const server = start({
      entry: ['bff/systems/start-alone.ts', 'sms'],
      env: { DATA_DIR: temporaryFolder('alone') },
    });
    const url = await server.ready();
    expect(server.stdout()).toMatch(/^SERVICE_SECRET=\S{32}$/m);
    expect(await status(`${url}/nothing-here`)).toBe(404);
    server.kill('SIGTERM');
    expect(await server.exited).toEqual({ code: 0, signal: null });
  });

  it('has to be one that exists', async () => {
    expect(await refusalOf(start({ entry: ['bff/systems/start-alone.ts', 'billing'] }))).toMatch(
      /^Say which system to start: core,/,
    );
  });
});
