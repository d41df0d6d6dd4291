import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import type { Pool } from 'pg';
import type { FieldCipher } from '../crypto/field-cipher';
import { exclusively } from './exclusive';
import { createKitTables } from './kit-tables';
import { checkKeys } from './key-check';

export interface SchemaSource {
  schema: string;
  /** Absolute; next to the code that needs it (`path.join(__dirname, 'migrations')`), so that it travels with the build. */
  folder: string;
}

/**
 * What was applied is kept in `migrations.<schema>`, outside the schema itself, because its first migration creates the schema. Several processes
 * may start at once: one migrates, the others wait and find nothing to do.
 */
export async function migrate(pool: Pool, source: SchemaSource): Promise<void> {
  await exclusively(pool, 'migrate', (client) =>
    runMigrations(drizzle(client), {
      migrationsFolder: source.folder,
      migrationsSchema: 'migrations',
      migrationsTable: source.schema,
    }),
  );
}

/** Migrates, then makes sure that the data key is the one this schema's fields were sealed with. */
export async function prepareSchema(
  pool: Pool,
  source: SchemaSource & { cipher: FieldCipher },
): Promise<void> {
  await migrate(pool, source);
  await exclusively(pool, 'migrate', async (client) => {
    await createKitTables(client, source.schema);
    await checkKeys(client, source.schema, source.cipher);
  });
}
