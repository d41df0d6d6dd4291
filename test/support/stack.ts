import type { Pool } from 'pg';
import { compose } from '../../bff/compose';
import type { Config, EnvironmentVariables } from '../../bff/config';
import type { Keys } from '../../bff/crypto/keys';
import { createLogger } from '../../bff/http/logging';
import { createFrontDoor } from '../../bff/start/front-door';
import { listen } from '../../bff/start/listen';
import { startSystems } from '../../bff/start/systems';
import type { SystemName } from '../../bff/system-names';
import { createTestDatabase, type TestDatabase } from './database';
import { readInbox, type InboxItem } from './inbox';
import { testConfig, testKeys } from './settings';

export interface StackOptions {
  /** With the people of the demonstration. */
  seeded?: boolean;
  env?: EnvironmentVariables;
  /** Another server on the same database: two replicas, or a restart. */
  database?: TestDatabase;
  /** Other addresses for some systems, e.g. a fault proxy in front of one. */
  systemUrls?: (urls: Record<SystemName, string>) => Record<SystemName, string>;
  webRoot?: string;
  /** Collects the log's lines; silent without it. */
  log?: { write(line: string): void };
}

export interface Stack {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  baseUrl: string;
  systems: Record<SystemName, string>;
  database: TestDatabase;
  /** On the schema `bff`; others: `database.pool('club')`. */
  pool: Pool;
  config: Config;
  keys: Keys;
  /** What was sent to a phone, newest first. */
  inbox(phone: string): Promise<InboxItem[]>;
  /** The newest one-time code sent to a phone. */
  latestCode(phone: string): Promise<string>;
  stop(): Promise<void>;
}

/** The whole product in this process, over real HTTP on real PostgreSQL: embedded systems and the BFF, each on a port of its own. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const database = options.database ?? (await createTestDatabase({ seeded: options.seeded }));
  const door = createFrontDoor();
  const server = await listen(door.handler, { host: '127.0.0.1', port: 0 });
  const config = testConfig({
    DATABASE_URL: database.url,
    ORIGIN: server.url,
    LOG_LEVEL: options.log ? 'debug' : 'silent',
    ...options.env,
  });
  const keys = await testKeys(config);
  const log = createLogger({ name: 'test', level: config.logLevel, destination: options.log });
  const pool = database.pool('bff');
  const running = await startSystems({ config, keys, databaseUrl: database.url, log, seed: false });
  const systems = options.systemUrls?.(running.urls) ?? running.urls;
  const composition = await compose({ config, keys, pool, systems, log, webRoot: options.webRoot });
  door.open(composition.app);
  const inbox = (phone: string) => readInbox(server.url, phone);
  return {
    baseUrl: server.url,
    systems,
    database,
    pool,
    config,
    keys,
    inbox,
    async latestCode(phone) {
      const code = (await inbox(phone)).find((item) => item.code !== undefined)?.code;
      if (code === undefined) throw new Error(`no code was sent to ${phone}`);
      return code;
    },
    async stop() {
      composition.beginStopping();
      await server.close(1_000);
      await composition.stop();
      await running.stop();
      if (!options.database) await database.drop();
    },
  };
}
