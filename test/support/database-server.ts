import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../bff/database/embedded-postgres';
import { makeRunFolder, sweepDeadRuns, temporaryFolder } from './run-folder';

interface ServerOfThisRun {
  server: EmbeddedPostgres;
  folder: string;
}

const holder = globalThis as { chezhuTestServer?: ServerOfThisRun };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One PostgreSQL a run, in a folder of its own; when several projects run together they share it. */
export default async function startServer(): Promise<void> {
  if (holder.chezhuTestServer) return;
  await sweepDeadRuns();
  const folder = makeRunFolder();
  process.env.TEST_RUN_FOLDER = folder;
  const server = await startEmbeddedPostgres({ dataDir: temporaryFolder('postgres'), log: silent });
  holder.chezhuTestServer = { server, folder };
  process.env.TEST_DATABASE_URL = server.url;
}

/** Hands the server over to whoever ends it, once. */
export function takeServerOfThisRun(): ServerOfThisRun | undefined {
  const run = holder.chezhuTestServer;
  delete holder.chezhuTestServer;
  return run;
}
