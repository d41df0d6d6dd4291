import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { compose } from '../compose';
import type { Config } from '../config';
import { loadKeys, type Keys } from '../crypto/keys';
import { prepareSchema } from '../database/migrate';
import { createPool } from '../database/pool';
import { systemNames } from '../system-names';
import { announcement } from './announce';
import { openDatabase } from './database';
import { createFrontDoor } from './front-door';
import { listen } from './listen';
import { OpenParts } from './open-parts';
import { startSystems } from './systems';
import { buildWeb } from './web-build';

export interface StartOptions {
  config: Config;
  log: Logger;
  /** Lines for the person at the terminal. */
  tell: (line: string) => void;
  /** Something we cannot run without went away for good. */
  onLost: (problem: Error) => void;
}

export interface StartingServer {
  /** Where it is found, once everything stands. @throws StartProblem for what a person can put right */
  started: Promise<string>;
  /** At any time, also half-way through the start. */
  stop(): Promise<void>;
}

const ROOT = path.resolve(__dirname, '../..');
const DRAIN_MS = 4_000;
/** Long enough for a load balancer (or a probe) to read 503 at /health/ready before the door closes. */
const NOTICE_MS = { demo: 200, otherwise: 2_000 };

export const bffSchema = { schema: 'bff', folder: path.join(ROOT, 'bff/database/migrations') };

export function openBffPool(url: string, log: Logger): Pool {
  const onError = (error: Error) => log.warn({ reason: error.message }, 'a database connection was lost');
  return createPool({ url, name: 'bff', schema: bffSchema.schema, max: 20, onError });
}

/** An address with port 0 is known only now; cookies and the Origin check need the real one. */
function withOrigin(config: Config, url: string): Config {
  return config.port === 0 ? { ...config, origin: url } : config;
}

async function openStores(options: StartOptions, parts: OpenParts) {
  const database = await openDatabase(options);
  await parts.add('database', () => database.stop());
  const { config, log } = options;
  const keys: Keys = await loadKeys({ ...config.keys, dataDir: config.dataDir, demo: config.demo });
  const pool = openBffPool(database.url, log);
  await parts.add('pool', () => pool.end());
  await prepareSchema(pool, { ...bffSchema, cipher: keys.cipher });
  return { database, keys, pool };
}

async function openAll(options: StartOptions, parts: OpenParts): Promise<string> {
  const { log, tell } = options;
  const door = createFrontDoor();
  const server = await listen(door.handler, { port: options.config.port, host: options.config.host });
  await parts.add('server', () => server.close(DRAIN_MS));
  const config = withOrigin(options.config, server.url);
  const { database, keys, pool } = await openStores(options, parts);
  const systems = await startSystems({ config, keys, databaseUrl: database.url, log, seed: config.demo });
  await parts.add('systems', () => systems.stop());
  const webRoot = config.webRoot ?? (await buildWeb({ root: ROOT, tell }));
  const composition = await compose({ config, keys, pool, systems: systems.urls, log, webRoot });
  await parts.add('composition', () => composition.stop());
  parts.beforeClosing(async () => {
    composition.beginStopping();
    await pause(config.demo ? NOTICE_MS.demo : NOTICE_MS.otherwise);
  });
  door.open(composition.app);
  const places = systemNames.map((name) => ({
    name,
    url: systems.urls[name],
    embedded: config.systemUrls[name] === undefined,
  }));
  tell(announcement({ config, url: config.origin, place: database.place, systems: places }));
  return server.url;
}

/**
 * The whole start, in this order: the port (so that a second start fails at once), the database with its lock, migrations, demo data, systems, the web build,
 * and then the door opens. What was opened is closed again when a later step fails.
 */
export function startServer(options: StartOptions): StartingServer {
  const parts = new OpenParts(options.log);
  const started = openAll(options, parts).catch(async (error: unknown) => {
    await parts.closeAll();
    throw error;
  });
  return { started, stop: () => parts.closeAll() };
}
