import { migrate } from '../../../bff/database/migrate';
import { inTransaction } from '../../../bff/database/transaction';
import { createEmptyDatabase, type TestDatabase } from '../../support/database';
import { sampleSchema } from '../../support/sample';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
  await migrate(database.pool('sample'), sampleSchema);
});
afterAll(() => database.drop());

const valueOf = async (expression: string): Promise<unknown> =>
  (await database.pool('sample').query<{ value: unknown }>(`select ${expression} as value`)).rows[0]?.value;

describe('a pool', () => {
  it.each([
    ['a calendar day stays text', `date '2026-11-22'`, '2026-11-22'],
    ['a count is a number', `count(*)`, 1],
    ['the largest exact integer is a number', `9007199254740991::int8`, 9007199254740991],
    [
      'an instant is the same instant',
      `timestamptz '2026-11-22T00:00:00+08:00'`,
      new Date('2026-11-21T16:00:00Z'),
    ],
    ['a day is a day in Shanghai', `(timestamptz '2026-11-21T16:00:00Z')::date`, '2026-11-22'],
    ['the schema is the first place to look', `current_schema()`, 'sample'],
    ['the server knows who asks', `current_setting('application_name')`, 'chezhu-club test sample'],
  ])('%s', async (_what, expression, expected) => {
    expect(await valueOf(expression)).toEqual(expected);
  });

  it('refuses an integer it would have to round', async () => {
    await expect(valueOf('9007199254740993::int8')).rejects.toThrow(/safe range/);
  });

  it('ends a statement that runs too long', async () => {
    const pool = database.pool('sample');
    await expect(
      inTransaction(pool, async (client) => {
        await client.query(`set local statement_timeout = '20ms'`);
        await client.query('select pg_sleep(5)');
      }),
    ).rejects.toThrow(/statement timeout/);
  });
});

describe('a transaction', () => {
  const pool = () => database.pool('sample');
  const idsLike = async (prefix: string) =>
    (
      await pool().query<{ id: string }>('select id from notes where id like $1 order by id', [`${prefix}%`])
    ).rows.map(({ id }) => id);

  it('keeps everything or nothing', async () => {
    await inTransaction(pool(), (client) => client.query(`insert into notes (id) values ('kept')`));
    await expect(
      inTransaction(pool(), async (client) => {
        await client.query(`insert into notes (id) values ('dropped')`);
        throw new Error('a rule said no');
      }),
    ).rejects.toThrow('a rule said no');
    expect(await idsLike('kept')).toEqual(['kept']);
    expect(await idsLike('dropped')).toEqual([]);
  });

  it('is tried again after a deadlock, so that both sides succeed', async () => {
    await pool().query(`insert into notes (id) values ('lock_a'), ('lock_b')`);
    let waiting = 0;
    let open: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((resolve) => (open = resolve));
    const addTo = (first: string, second: string) =>
      inTransaction(pool(), async (client) => {
        await client.query('update notes set amount_fen = amount_fen + 1 where id = $1', [first]);
        waiting += 1;
        if (waiting === 2) open();
        await bothHoldOne;
        await client.query('update notes set amount_fen = amount_fen + 1 where id = $1', [second]);
      });
    await Promise.all([addTo('lock_a', 'lock_b'), addTo('lock_b', 'lock_a')]);
    const { rows } = await pool().query(`select amount_fen from notes where id like 'lock_%'`);
    expect(rows).toEqual([{ amount_fen: 2 }, { amount_fen: 2 }]);
  });

  it('does not hand a broken connection to the next caller', async () => {
    await expect(
      inTransaction(pool(), (client) => client.query('select pg_terminate_backend(pg_backend_pid())')),
    ).rejects.toThrow();
    expect(await valueOf('1')).toBe(1);
  });
});
