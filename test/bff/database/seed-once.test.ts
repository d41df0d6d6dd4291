import { migrate } from '../../../bff/database/migrate';
import { createKitTables } from '../../../bff/database/kit-tables';
import { emptySchema, seedOnce } from '../../../bff/database/seed-once';
import { createEmptyDatabase, type TestDatabase } from '../../support/database';
import { sampleSchema } from '../../support/sample';

let database: TestDatabase;
beforeEach(async () => {
  database = await createEmptyDatabase();
  const pool = database.pool('sample');
  await migrate(pool, sampleSchema);
  const client = await pool.connect();
  await createKitTables(client, 'sample');
  client.release();
});
afterEach(() => database.drop());

const pool = () => database.pool('sample');
const seedWith = (id: string) => async () => {
  await pool().query('insert into notes (id) values ($1)', [id]);
};
const ids = async () =>
  (await pool().query<{ id: string }>('select id from notes order by id')).rows.map(({ id }) => id);

it('seeds once, however many start at the same moment', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => seedOnce(pool(), 'sample', seedWith('demo'))));
  expect(outcomes.sort()).toEqual(['kept', 'kept', 'seeded']);
  expect(await ids()).toEqual(['demo']);
});

it('never touches a schema that holds rows of its own', async () => {
  await pool().query(`insert into notes (id) values ('real')`);
  expect(await seedOnce(pool(), 'sample', seedWith('demo'))).toBe('kept');
  expect(await seedOnce(pool(), 'sample', seedWith('demo'))).toBe('kept');
  expect(await ids()).toEqual(['real']);
});

it('begins again after a seed that was cut off half-way', async () => {
  const cutOff = seedOnce(pool(), 'sample', async () => {
    await seedWith('half')();
    throw new Error('killed');
  });
  await expect(cutOff).rejects.toThrow('killed');
  expect(await seedOnce(pool(), 'sample', seedWith('demo'))).toBe('seeded');
  expect(await ids()).toEqual(['demo']);
});

it('can be asked to start over', async () => {
  await seedOnce(pool(), 'sample', seedWith('first'));
  await emptySchema(pool(), 'sample');
  expect(await seedOnce(pool(), 'sample', seedWith('second'))).toBe('seeded');
  expect(await ids()).toEqual(['second']);
});
