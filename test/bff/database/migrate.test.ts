import { createFieldCipher } from '../../../bff/crypto/field-cipher';
import { createKeyring } from '../../../bff/crypto/keyring';
import { migrate, prepareSchema } from '../../../bff/database/migrate';
import { createEmptyDatabase, type TestDatabase } from '../../support/database';
import { sampleSchema } from '../../support/sample';

const cipherWith = (...letters: string[]) =>
  createFieldCipher(createKeyring(letters.map((letter) => Buffer.alloc(32, letter))));

let database: TestDatabase;
beforeEach(async () => {
  database = await createEmptyDatabase();
});
afterEach(() => database.drop());

it('migrates once, however many start at the same moment', async () => {
  const pools = Array.from({ length: 6 }, (_, index) => database.pool(`starter_${index}`));
  await Promise.all(pools.map((pool) => migrate(pool, sampleSchema)));
  const { rows } = await database.pool('sample').query('select hash from migrations.sample');
  expect(rows).toHaveLength(1);
});

it('leaves data alone when there is nothing new', async () => {
  const pool = database.pool('sample');
  await migrate(pool, sampleSchema);
  await pool.query(`insert into notes (id) values ('a')`);
  await migrate(pool, sampleSchema);
  expect((await pool.query('select id from notes')).rows).toEqual([{ id: 'a' }]);
});

it('leaves no lock and no lifted timeout behind in the pool', async () => {
  const pool = database.pool('sample');
  await migrate(pool, sampleSchema);
  expect((await pool.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '5s' }]);
  expect(
    (
      await pool.query(
        `select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
      )
    ).rows,
  ).toEqual([]);
});

describe('the key check', () => {
  const prepare = (...letters: string[]) =>
    prepareSchema(database.pool('sample'), { ...sampleSchema, cipher: cipherWith(...letters) });

  it('lets the same key start again', async () => {
    await prepare('a');
    await expect(prepare('a')).resolves.toBeUndefined();
  });

  it('stops a start with another key, in one line that says what to do', async () => {
    await prepare('a');
    await expect(prepare('b')).rejects.toMatchObject({
      name: 'StartProblem',
      message: expect.stringMatching(/^DATA_KEY does not fit the data in schema "sample".*DATA_KEY=new,old/),
    });
  });

  it('takes a new key in front of the old one, and from then on needs both', async () => {
    await prepare('a');
    await prepare('b', 'a');
    await expect(prepare('b', 'a')).resolves.toBeUndefined();
    await expect(prepare('b')).rejects.toThrow(/does not fit/);
    await expect(prepare('a')).rejects.toThrow(/does not fit/);
  });

  it('notices keys in the wrong order, which would change every blind index', async () => {
    await prepare('a');
    await expect(prepare('a', 'b')).rejects.toThrow(/does not fit/);
  });

  it('lets one of two keys win when both start first at once', async () => {
    const outcomes = await Promise.allSettled([prepare('a'), prepare('b')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
