import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../../bff/database/embedded-postgres';
import {
  askPostgres,
  hasPostmaster,
  holdPostgres,
  postmasterPid,
  removePostgres,
} from '../../support/postgres-process';
import { temporaryFolder } from '../../support/run-folder';

jest.setTimeout(60_000);

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const asRoot = process.getuid?.() === 0;

let dataDir: string;
beforeEach(() => {
  dataDir = temporaryFolder('postgres');
});
afterEach(() => removePostgres(dataDir));

it('is a durable UTF-8 database that keeps its data over a stop', async () => {
  const first = await startEmbeddedPostgres({ dataDir, log: silent });
  await askPostgres(first.url, `create table notes as select '车主' as text`);
  expect(await askPostgres(first.url, 'show fsync')).toBe('on');
  expect(await askPostgres(first.url, 'show server_encoding')).toBe('UTF8');
  await first.stop();
  expect(hasPostmaster(dataDir)).toBe(false);
  const second = await startEmbeddedPostgres({ dataDir, log: silent });
  expect(await askPostgres(second.url, 'select text from notes')).toBe('车主');
  await second.stop();
});

it('is reached by its socket only, and only by this user', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent });
  expect(await askPostgres(postgres.url, 'show listen_addresses')).toBe('');
  expect(statSync(path.join(dataDir, 'postgres/run')).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(dataDir, 'postgres/data')).mode & 0o777).toBe(0o700);
  await postgres.stop();
});

it('refuses a second opener in one line and leaves the first alone', async () => {
  const first = await startEmbeddedPostgres({ dataDir, log: silent });
  const second = holdPostgres(dataDir);
  expect((await second.exited).code).toBe(1);
  expect(second.stderr()).toMatch(/^The data folder \S+ is already in use by another running start\.\n$/);
  expect(await askPostgres(first.url, 'select 1')).toBe(1);
  await first.stop();
});

it('is adopted as it runs after its holder was killed', async () => {
  const killed = holdPostgres(dataDir);
  const url = await killed.ready();
  await askPostgres(url, 'create table notes as select 1 as id');
  const pid = postmasterPid(dataDir);
  killed.kill('SIGKILL');
  await killed.exited;
  const next = await startEmbeddedPostgres({ dataDir, log: silent });
  expect(postmasterPid(dataDir)).toBe(pid);
  expect(await askPostgres(next.url, 'select id from notes')).toBe(1);
  await next.stop();
});

it('comes back by itself when the server is killed under its holder', async () => {
  // A second opener may rightly take the folder while the server is away, so it comes only once the first holds it again.
  let told: () => void = () => undefined;
  const back = new Promise<void>((resolve) => (told = resolve));
  const info = (message: string) => void (message === 'PostgreSQL is back' && told());
  const postgres = await startEmbeddedPostgres({ dataDir, log: { ...silent, info } });
  await askPostgres(postgres.url, 'create table notes as select 1 as id');
  process.kill(postmasterPid(dataDir), 'SIGKILL');
  await back;
  const second = holdPostgres(dataDir);
  expect((await second.exited).code).toBe(1);
  expect(second.stderr()).toContain('already in use');
  expect(await askPostgres(postgres.url, 'select id from notes')).toBe(1);
  await postgres.stop();
});

it('leaves no password file, no draft and no second copy of its binaries', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent });
  await postgres.stop();
  expect(
    readdirSync(path.join(dataDir, 'postgres'))
      .map((name) => name.replace(/^native-.*/, 'native'))
      .sort(),
  ).toEqual(['data', 'native', 'postgres.log', 'run']);
});

const itAsRoot = asRoot ? it : it.skip; // only root could run it as root

itAsRoot('never runs as root', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent });
  expect(statSync(`/proc/${postmasterPid(dataDir)}`).uid).not.toBe(0);
  await postgres.stop();
});

it('opens a folder whose path is too long for a socket', async () => {
  const long = path.join(dataDir, 'x'.repeat(100));
  const postgres = await startEmbeddedPostgres({ dataDir: long, log: silent });
  expect(await askPostgres(postgres.url, 'select 1')).toBe(1);
  await postgres.stop();
});
