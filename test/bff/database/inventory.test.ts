import { inventory } from '../../../bff/database/inventory';
import type { DataClass } from '../../../bff/database/inventory/data-class';
import { createTestDatabase, type TestDatabase } from '../../support/database';

interface Column {
  schema: string;
  table: string;
  name: string;
  type: string;
}

let database: TestDatabase;
let columns: Column[];
/** Tables of the job queue belong to pg-boss, which names one a queue; what the club puts into a job are ids alone. */
const JOB_QUEUE = 'club_jobs';

beforeAll(async () => {
  database = await createTestDatabase();
  const { rows } = await database.pool('public').query<Column>(
    `select table_schema as schema, table_name as table, column_name as name, data_type as type
       from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema', 'migrations', $1)
      order by 1, 2, ordinal_position`,
    [JOB_QUEUE],
  );
  columns = rows;
}, 60_000);
afterAll(() => database.drop());

const classOf = ({ schema, table, name }: Column): DataClass | undefined =>
  inventory[schema]?.[table]?.[name];
const nameOf = ({ schema, table, name }: Column) => `${schema}.${table}.${name}`;
const migratedSchemas = () => new Set(columns.map(({ schema }) => schema));

/** How each class has to be stored; a class without an entry is free. */
const storage: Partial<Record<DataClass, { types: string[]; suffix: string }>> = {
  'personal-encrypted': { types: ['bytea'], suffix: '_sealed' },
  'sensitive-encrypted': { types: ['bytea'], suffix: '_sealed' },
  'secret-encrypted': { types: ['bytea'], suffix: '_sealed' },
  'payload-encrypted': { types: ['bytea'], suffix: '_sealed' },
  'personal-blind-index': { types: ['bytea'], suffix: '_index' },
  money: { types: ['bigint', 'integer'], suffix: '_fen' },
  points: { types: ['bigint', 'integer'], suffix: '' },
};

it('gives every column of the database a data class', () => {
  expect(columns.filter((column) => classOf(column) === undefined).map(nameOf)).toEqual([]);
});

it('names no column that does not exist', () => {
  const real = new Set(columns.map(nameOf));
  const named = Object.entries(inventory)
    .filter(([schema]) => migratedSchemas().has(schema))
    .flatMap(([schema, tables]) =>
      Object.entries(tables).flatMap(([table, names]) =>
        Object.keys(names).map((name) => nameOf({ schema, table, name, type: '' })),
      ),
    );
  expect(named.filter((name) => !real.has(name))).toEqual([]);
});

it('stores each class the way it must be stored', () => {
  const wrong = columns.filter((column) => {
    const rule = storage[classOf(column) ?? 'internal'];
    return rule && !(rule.types.includes(column.type) && column.name.endsWith(rule.suffix));
  });
  expect(wrong.map((column) => `${nameOf(column)}: ${column.type} for ${classOf(column)}`)).toEqual([]);
});

it('calls by the names of encrypted fields nothing else', () => {
  const encrypted = /-encrypted$/;
  const wrong = columns.filter((column) => {
    const dataClass = classOf(column) ?? 'internal';
    return (
      column.name.endsWith('_sealed') !== encrypted.test(dataClass) ||
      (column.name.endsWith('_fen') && dataClass !== 'money')
    );
  });
  expect(wrong.map((column) => `${nameOf(column)} is ${classOf(column)}`)).toEqual([]);
});
