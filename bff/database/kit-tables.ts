import pg, { type ClientBase } from 'pg';

/** Tables that the kit keeps in every schema, beside the schema's own. Call it while holding the migration lock. */
export async function createKitTables(client: ClientBase, schema: string): Promise<void> {
  const within = pg.escapeIdentifier(schema);
  await client.query(`
    create table if not exists ${within}.key_check (
      key_id text primary key,
      check_sealed bytea not null,
      check_index bytea not null,
      created_at timestamptz not null default now());
    create table if not exists ${within}.seed_marker (
      what text primary key,
      state text not null,
      at timestamptz not null default now())`);
}
