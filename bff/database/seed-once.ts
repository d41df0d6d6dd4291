import pg, { type Pool, type PoolClient } from 'pg';
import { exclusively } from './exclusive';

type SeedState = 'running' | 'done' | 'skipped';

const MARK = 'demo';
const kitTables = ['key_check', 'seed_marker'];

async function tablesOf(client: PoolClient, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = $1 and table_type = 'BASE TABLE' and table_name <> all ($2)`,
    [schema, kitTables],
  );
  return rows.map(({ name }) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`);
}

async function holdsRows(client: PoolClient, tables: readonly string[]): Promise<boolean> {
  for (const table of tables) {
    const { rows } = await client.query(`select 1 from ${table} limit 1`);
    if (rows.length > 0) return true;
  }
  return false;
}

async function emptyAll(client: PoolClient, tables: readonly string[]): Promise<void> {
  if (tables.length > 0) await client.query(`truncate ${tables.join(', ')} restart identity cascade`);
}

async function mark(client: PoolClient, schema: string, state: SeedState): Promise<void> {
  await client.query(
    `insert into ${pg.escapeIdentifier(schema)}.seed_marker (what, state) values ($1, $2) on conflict (what) do update set state = excluded.state, at = now()`,
    [MARK, state],
  );
}

async function stateOf(client: PoolClient, schema: string): Promise<SeedState | undefined> {
  const marker = `${pg.escapeIdentifier(schema)}.seed_marker`;
  const { rows } = await client.query<{ state: SeedState }>(`select state from ${marker} where what = $1`, [
    MARK,
  ]);
  return rows[0]?.state;
}

/**
 * Seeds a schema once. A schema that already holds rows of its own is never touched. A seed that was killed half-way had marked the empty schema
 * as its own first, so the next start may empty it and begin again.
 */
export async function seedOnce(
  pool: Pool,
  schema: string,
  seed: () => Promise<void>,
): Promise<'seeded' | 'kept'> {
  return exclusively(pool, 'seed', async (client) => {
    const state = await stateOf(client, schema);
    if (state === 'done' || state === 'skipped') return 'kept';
    const tables = await tablesOf(client, schema);
    if (state === 'running') await emptyAll(client, tables);
    else if (await holdsRows(client, tables)) {
      await mark(client, schema, 'skipped');
      return 'kept';
    }
    await mark(client, schema, 'running');
    await seed();
    await mark(client, schema, 'done');
    return 'seeded';
  });
}

/** Throws away everything in a schema, so that the next seed starts on an empty one. Only for demo data, after a clear yes. */
export async function emptySchema(pool: Pool, schema: string): Promise<void> {
  await exclusively(pool, 'seed', async (client) => {
    await emptyAll(client, await tablesOf(client, schema));
    await client.query(`delete from ${pg.escapeIdentifier(schema)}.seed_marker where what = $1`, [MARK]);
  });
}
