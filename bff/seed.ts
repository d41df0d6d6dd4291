import type { Logger } from 'pino';
import { processVariables, readConfig, type Config } from './config';
import { loadKeys } from './crypto/keys';
import { prepareSchema } from './database/migrate';
import { emptySchema } from './database/seed-once';
import { createLogger } from './http/logging';
import { confirm } from './start/confirm';
import { openDatabase } from './start/database';
import { bffSchema, openBffPool } from './start/start-server';
import { startSystems } from './start/systems';
import { StartProblem } from './start-problem';
import { systemNames } from './system-names';

const tell = (line: string) => process.stdout.write(`${line}\n`);

async function mayReset(place: string): Promise<boolean> {
  if (process.argv.includes('--yes')) return true;
  return confirm(`Throw away everything in ${place} and load the demo data afresh?`);
}

async function reset(url: string, log: Logger): Promise<void> {
  const pool = openBffPool(url, log);
  try {
    for (const schema of [bffSchema.schema, ...systemNames]) await emptySchema(pool, schema);
  } finally {
    await pool.end();
  }
}

async function seed(config: Config, url: string, log: Logger): Promise<void> {
  const keys = await loadKeys({ ...config.keys, dataDir: config.dataDir, demo: config.demo });
  const pool = openBffPool(url, log);
  await prepareSchema(pool, { ...bffSchema, cipher: keys.cipher }).finally(() => pool.end());
  const systems = await startSystems({ config, keys, databaseUrl: url, log, seed: true });
  await systems.stop();
}

/** `npm run seed` loads the demo data where it is missing; `--reset` starts over, after a clear yes (`--yes` says it beforehand). */
async function main(): Promise<void> {
  const config = readConfig(processVariables());
  if (!config.demo) throw new StartProblem('Demo data exists in demo mode only (DEMO=1).');
  const log = createLogger({ name: 'seed', level: 'warn' });
  const database = await openDatabase({ config, log, onLost: (problem) => tell(problem.message) });
  try {
    await seed(config, database.url, log);
    if (process.argv.includes('--reset')) {
      if (!(await mayReset(database.place)))
        throw new StartProblem('Nothing was changed: --reset needs a yes (or --yes).');
      await reset(database.url, log);
      await seed(config, database.url, log);
    }
    tell(`The demo data is in ${database.place}.`);
  } finally {
    await database.stop();
  }
}

main().catch((error: unknown) => {
  const text = error instanceof StartProblem ? error.message : String((error as Error).stack ?? error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
