import { existsSync, mkdirSync, readdirSync, chmodSync, chownSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';
import { prepareHome } from '../../bff/database/embedded/home';
import { askPostgres, holdPostgres, postmasterPid, removePostgres } from '../support/postgres-process';
import { temporaryFolder } from '../support/run-folder';

const asRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

let dataDir: string;
beforeEach(() => {
  dataDir = temporaryFolder('deep-postgres');
});
afterEach(() => removePostgres(dataDir));

const names = () => readdirSync(path.join(dataDir, 'postgres'));
const drafts = () => names().filter((name) => name.includes('.tmp-'));

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let left = 2_000; left > 0; left -= 1) {
    if (condition()) return;
    await pause(5);
  }
  throw new Error(`never came: ${what}`);
}

async function startsWell(): Promise<string> {
  const holder = holdPostgres(dataDir);
  const url = await holder.ready();
  expect(await askPostgres(url, 'select 1')).toBe(1);
  holder.kill('SIGTERM');
  expect((await holder.exited).code).toBe(0);
  return url;
}

/** Where in a first start the kill falls: each is a state that the next start has to recover from. */
it.each([
  ['while the binaries are copied', () => drafts().some((name) => name.startsWith('native'))],
  ['while initdb begins', () => drafts().some((name) => name.startsWith('data'))],
  [
    'while initdb is at work',
    () =>
      drafts().some(
        (name) => name.startsWith('data') && existsSync(path.join(dataDir, 'postgres', name, 'global')),
      ),
  ],
  ['right after initdb', () => names().includes('data')],
  ['while the server starts', () => existsSync(path.join(dataDir, 'postgres/data/postmaster.pid'))],
])('a first start killed %s is repeated cleanly', async (_when, reached) => {
  const killed = holdPostgres(dataDir);
  await until(() => existsSync(path.join(dataDir, 'postgres')) && reached(), 'the state to kill in');
  killed.kill('SIGKILL');
  await killed.exited;
  await startsWell();
  await startsWell();
  expect(drafts()).toEqual([]);
});

it('lets exactly one of several first starts have the folder', async () => {
  const holders = Array.from({ length: 3 }, () => holdPostgres(dataDir));
  const outcomes = await Promise.allSettled(holders.map((holder) => holder.ready()));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const [index, { status }] of outcomes.entries()) {
    if (status === 'rejected') expect(holders[index]?.stderr()).toContain('already in use');
  }
  holders.forEach((holder) => holder.kill('SIGTERM'));
  await Promise.all(holders.map((holder) => holder.exited));
  await startsWell();
});

/** What is in the table as soon as somebody answers again. */
async function countOnceBack(url: string): Promise<unknown> {
  const giveUpAt = Date.now() + 20_000;
  while (Date.now() < giveUpAt) {
    const count = await askPostgres(url, 'select count(*)::int from acknowledged').catch(() => undefined);
    if (count !== undefined) return count;
    await pause(10);
  }
  return 'nobody answers';
}

it('loses no committed row over twenty kills of the server', async () => {
  const holder = holdPostgres(dataDir);
  const url = await holder.ready();
  await askPostgres(url, 'create table acknowledged (id int primary key)');
  for (let id = 1; id <= 20; id += 1) {
    await askPostgres(url, 'insert into acknowledged values ($1)', [id]);
    const pid = postmasterPid(dataDir);
    process.kill(pid, 'SIGKILL');
    expect(await countOnceBack(url)).toBe(id);
  }
  holder.kill('SIGTERM');
  await holder.exited;
});

it('starts over a lock file whose process id belongs to someone else now', async () => {
  await startsWell();
  const file = path.join(dataDir, 'postgres/data/postmaster.pid');
  writeFileSync(file, `${process.pid}\n${path.dirname(file)}\n1\n5432\n/nowhere\n\n1 1\n`, { mode: 0o600 });
  if (asRoot) chownSync(file, NOBODY, NOBODY);
  await startsWell();
});

const describeAsRoot = asRoot ? describe : describe.skip; // nobody else may change users

describeAsRoot('as root', () => {
  it('keeps the database apart when its user cannot enter the data folder, and finds it again', async () => {
    chmodSync(dataDir, 0o700);
    const home = await prepareHome(dataDir);
    expect(home.folder).toMatch(/^\/var\/lib\/chezhu-club\/[0-9a-f]{12}$/);
    await startsWell();
    expect(existsSync(home.dataFolder)).toBe(true);
    // Even when the folder is opened up later, the data stays where it is.
    chmodSync(dataDir, 0o755);
    expect((await prepareHome(dataDir)).folder).toBe(home.folder);
    await removePostgres(dataDir);
    rmSync(home.folder, { recursive: true, force: true });
    mkdirSync(dataDir, { recursive: true });
  });

  it('runs as a normal user too, and root may take that folder over afterwards', async () => {
    chownSync(dataDir, NOBODY, NOBODY);
    const holder = holdPostgres(dataDir, NOBODY);
    const url = await holder.ready();
    await askPostgres(url, 'create table notes as select 1 as id');
    holder.kill('SIGTERM');
    expect((await holder.exited).code).toBe(0);
    expect(await startsWell()).toBe(url);
    const again = holdPostgres(dataDir, NOBODY);
    expect(await askPostgres(await again.ready(), 'select id from notes')).toBe(1);
    again.kill('SIGTERM');
    await again.exited;
  });
});
