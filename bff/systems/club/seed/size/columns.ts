import type { ClientBase } from 'pg';

type Cell = string | number | boolean | Buffer | null;

/** Rows gathered column by column, because one array a column is what PostgreSQL takes fastest without a dialect of its own. */
export interface Columns<Name extends string> {
  readonly count: number;
  push(row: Record<Name, Cell>): void;
  /** `select * from unnest(…)` with its values, to be used as a source named `t`. */
  source(): { sql: string; values: Cell[][] };
}

export function createColumns<Name extends string>(types: Record<Name, string>): Columns<Name> {
  const names = Object.keys(types) as Name[];
  const values: Cell[][] = names.map(() => []);
  const places = names.map((name, at) => `$${String(at + 1)}::${types[name]}[]`);
  return {
    get count() {
      return values[0]?.length ?? 0;
    },
    push(row) {
      names.forEach((name, at) => values[at]?.push(row[name]));
    },
    source: () => ({ sql: `unnest(${places.join(', ')}) as t(${names.join(', ')})`, values }),
  };
}

/** Writes what was gathered into a table whose columns have the same names. */
export async function insertColumns(
  client: ClientBase,
  table: string,
  columns: Columns<string>,
): Promise<void> {
  if (columns.count === 0) return;
  const { sql, values } = columns.source();
  const names = /\((?<names>[^)]*)\)$/.exec(sql)?.groups?.names ?? '';
  await client.query(`insert into ${table} (${names}) select * from ${sql}`, values);
}

/** Writes what was gathered through a statement of its own that reads from `t`. */
export async function insertThrough(
  client: ClientBase,
  columns: Columns<string>,
  statement: (source: string) => string,
): Promise<void> {
  if (columns.count === 0) return;
  const { sql, values } = columns.source();
  await client.query(statement(sql), values);
}
