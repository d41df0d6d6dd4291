import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../bff/database/embedded-postgres';

interface ServerOfThisRun {
  server: EmbeddedPostgres;
  dataDir: string;
}

const holder = globalThis as { chezhuTestServer?: ServerOfThisRun };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One PostgreSQL a run, in a folder of its own; a server that DATABASE_URL names may be used instead. */
export default async function startServer(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'chezhu-test-'));
  const server = await startEmbeddedPostgres({ dataDir, log: silent });
  holder.chezhuTestServer = { server, dataDir };
  process.env.TEST_DATABASE_URL = server.url;
}

export function serverOfThisRun(): ServerOfThisRun | undefined {
  return holder.chezhuTestServer;
}
