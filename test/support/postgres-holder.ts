import { startEmbeddedPostgres } from '../../bff/database/embedded-postgres';

/** Holds an embedded PostgreSQL in a process of its own, to be killed. Argument: the data folder. */
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function main(): Promise<void> {
  const fail = (problem: Error) => {
    process.stderr.write(`${problem.message}\n`);
    process.exit(1);
  };
  const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', log: silent, onLost: fail });
  const stay = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => {
    clearInterval(stay);
    void postgres.stop().then(() => process.exit(0));
  });
  process.stdout.write(`holding ${postgres.url}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
