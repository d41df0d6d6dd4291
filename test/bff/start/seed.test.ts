import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../support/database';
import { startServerProcess } from '../../support/server-process';
import { testSecrets } from '../../support/settings';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ seeded: true });
});
afterEach(() => database.drop());

async function seed(...words: string[]): Promise<{ code: number | null; said: string }> {
  const child = startServerProcess({
    entry: ['bff/seed.ts', ...words],
    env: { DEMO: '1', DATABASE_URL: database.url, ...testSecrets },
  });
  const { code } = await child.exited;
  return { code, said: child.stdout() + child.stderr() };
}

const core = () => database.pool('core');
const customers = async (): Promise<unknown> =>
  (await core().query('select count(*) from customers')).rows[0];

it('loads the demo data where it is missing and leaves the rest alone', async () => {
  const before = await customers();
  expect((await seed()).said).toMatch(/^The demo data is in /);
  expect(await customers()).toEqual(before);
});

it('throws nothing away without a yes', async () => {
  await core().query(`update customers set created_at = '2000-01-01'`);
  expect(await seed('--reset')).toMatchObject({
    code: 1,
    said: expect.stringContaining('Nothing was changed'),
  });
  expect((await core().query(`select 1 from customers where created_at <> '2000-01-01'`)).rowCount).toBe(0);
});

it('starts over with a yes', async () => {
  const before = await customers();
  await core().query(`update customers set created_at = '2000-01-01'`);
  expect((await seed('--reset', '--yes')).code).toBe(0);
  expect(await customers()).toEqual(before);
  expect((await core().query(`select 1 from customers where created_at = '2000-01-01'`)).rowCount).toBe(0);
});

it('asks nobody where there is nothing to throw away', async () => {
  await database.drop();
  database = await createEmptyDatabase();
  expect(await seed('--reset')).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^The demo data is in /),
  });
});
