import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { processVariables, readConfig, type Config } from './config';
import { loadKeys } from './crypto/keys';
import { prepareSchema } from './database/migrate';
import { createPool } from './database/pool';
import { emptySchema } from './database/seed-once';
import { createLogger } from './http/logging';
import { confirm } from './start/confirm';
import { openDatabase, type RunningDatabase } from './start/database';
import { progressBar } from './start/progress-bar';
import { bffSchema, openBffPool } from './start/start-server';
import { loadSystem, startSystems } from './start/systems';
import { StartProblem } from './start-problem';
import { systemNames } from './system-names';

const tell = (line: string) => process.stdout.write(`${line}\n`);

interface Options {
  reset: boolean;
  yes: boolean;
  /** So many members beside the demonstration, with everything they did in a year. */
  members: number | undefined;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      reset: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      members: { type: 'string' },
    },
  });
  const members = values.members === undefined ? undefined : Number(values.members);
  if (members !== undefined && !(Number.isInteger(members) && members > 0))
    throw new StartProblem('--members wants a number, e.g. --members 445000.');
  return { ...values, members };
}

async function mayReset(place: string, { yes }: Options): Promise<boolean> {
  if (yes) return true;
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

/** Nobody has ever started on this database. */
async function isNew(url: string, log: Logger): Promise<boolean> {
  const pool = openBffPool(url, log);
  try {
    const schemas = [bffSchema.schema, ...systemNames];
    const { rowCount } = await pool.query('select 1 from pg_namespace where nspname = any ($1)', [schemas]);
    return rowCount === 0;
  } finally {
    await pool.end();
  }
}

/** @throws StartProblem where anybody is a member already: what is loaded at size is thrown away again with everything else */
async function assertNobody(url: string, place: string, log: Logger): Promise<void> {
  const pool = openBffPool(url, log);
  try {
    const { rows } = await pool.query<{ found: boolean }>(
      `select to_regclass('club.members') is not null as found`,
    );
    if (!rows[0]?.found) return;
    const { rowCount } = await pool.query('select 1 from club.members limit 1');
    if (rowCount === 0) return;
  } finally {
    await pool.end();
  }
  throw new StartProblem(`There is data in ${place} already. Add --reset to throw it away first.`);
}

const LOADING_TIMEOUT_MS = 10 * 60_000;

async function loadMembers(config: Config, url: string, members: number): Promise<void> {
  const keys = await loadKeys({ ...config.keys, dataDir: config.dataDir, demo: config.demo });
  const pool = createPool({
    url,
    name: 'seed',
    schema: 'club',
    max: 4,
    statementTimeoutMs: LOADING_TIMEOUT_MS,
  });
  const bar = progressBar(process.stderr);
  try {
    const { loadSize } = await loadSystem('club');
    await loadSize?.({ pool, cipher: keys.cipher, members, onProgress: bar.show });
  } finally {
    bar.end();
    await pool.end();
  }
}

/**
 * Throws away what is there, only after a yes. A database of an earlier version is brought up to date first, so that every table is there to be emptied.
 * @throws StartProblem without a yes
 */
async function startOver(
  { url, place }: RunningDatabase,
  { config, options, log }: { config: Config; options: Options; log: Logger },
): Promise<void> {
  if (!(await mayReset(place, options)))
    throw new StartProblem('Nothing was changed: --reset needs a yes (or --yes).');
  await seed(config, url, log);
  await reset(url, log);
}

/** `npm run seed` loads the demo data where it is missing; `--reset` starts over, after a clear yes (`--yes` says it beforehand), `--members N` adds real size. */
async function main(): Promise<void> {
  const options = readOptions();
  const config = readConfig(processVariables());
  if (!config.demo) throw new StartProblem('Demo data exists in demo mode only (DEMO=1).');
  const log = createLogger({ name: 'seed', level: 'warn' });
  const database = await openDatabase({ config, log, onLost: (problem) => tell(problem.message) });
  try {
    // Where nothing is there is nothing to ask.
    if (!(await isNew(database.url, log))) {
      if (options.reset) await startOver(database, { config, options, log });
      else if (options.members !== undefined) await assertNobody(database.url, database.place, log);
    }
    await seed(config, database.url, log);
    if (options.members !== undefined) await loadMembers(config, database.url, options.members);
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
