import { defineConfig } from 'drizzle-kit';

/**
 * Turns a schema's tables into the next SQL migration: `SCHEMA=club npx drizzle-kit generate --config config/drizzle.ts --name what-changed`.
 * Migrations that were published are never edited; a change is a new one.
 */
const schema = process.env.SCHEMA ?? '';
const folders: Record<string, string> = {
  bff: 'bff/database',
  core: 'bff/systems/core',
  club: 'bff/systems/club',
  violations: 'bff/systems/violations',
  identity: 'bff/systems/identity',
  wechat: 'bff/systems/wechat',
  sms: 'bff/systems/sms',
};
const folder = folders[schema];
if (!folder) throw new Error(`Set SCHEMA to one of ${Object.keys(folders).join(', ')}.`);

export default defineConfig({
  dialect: 'postgresql',
  schema: `./${folder}/tables.ts`,
  out: `./${folder}/migrations`,
  breakpoints: true,
});
