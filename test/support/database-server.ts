import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../bff/database/embedded-postgres';
import { temporaryFolder } from './settings';

interface ServerOfThisRun {
  server: EmbeddedPostgres;
  dataDir: string;
}

const holder = globalThis as { chezhuTestServer?: ServerOfThisRun };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One PostgreSQL a run, in a folder of its own; a server that DATABASE_URL names may be used instead. */
export default async function startServer(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return;
  const dataDir = temporaryFolder('test');
  const server = await startEmbeddedPostgres({ dataDir, log: silent });
  holder.chezhuTestServer = { server, dataDir };
  process.env.TEST_DATABASE_URL = server.url;
}

export function serverOfThisRun(): ServerOfThisRun | undefined {
  return holder.chezhuTestServer;
}
