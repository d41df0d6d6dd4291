import type { KeyObject } from 'node:crypto';
import type { Pool } from 'pg';
import { pino } from 'pino';
import type { EnvironmentVariables } from '../../bff/config';
import type { FieldCipher } from '../../bff/crypto/field-cipher';
import { signServiceToken, type Actor } from '../../bff/http/service-token';
import { loadSystem, systemDeps } from '../../bff/start/systems';
import type { SystemName } from '../../bff/system-names';
import { startSystem, type SystemDeps } from '../../bff/systems/system';
import { createTestDatabase, type TestDatabase } from './database';
import { testConfig, testKeys } from './settings';

export interface TestSystem {
  url: string;
  /** A pool of the test's own on the system's schema. */
  pool: Pool;
  database: TestDatabase;
  cipher: FieldCipher;
  serviceKey: KeyObject;
  deps: SystemDeps;
  /** A service token for this system, as the BFF would sign it. */
  token(actor: Actor): string;
  stop(): Promise<void>;
}

export interface TestSystemOptions {
  seeded?: boolean;
  /** Several processes or systems on one database; without it the system gets one of its own. */
  database?: TestDatabase;
  env?: EnvironmentVariables;
}

/** One system alone on a database of its own, spoken to over HTTP. */
export async function startTestSystem(
  name: SystemName,
  options: TestSystemOptions = {},
): Promise<TestSystem> {
  const database = options.database ?? (await createTestDatabase({ seeded: options.seeded }));
  const config = testConfig({ DATABASE_URL: database.url, ...options.env });
  const keys = await testKeys(config);
  const definition = await loadSystem(name);
  const deps = systemDeps(definition, {
    config,
    keys,
    databaseUrl: database.url,
    log: pino({ level: config.logLevel }),
  });
  const system = await startSystem(definition, deps);
  return {
    url: system.url,
    pool: database.pool(definition.schema),
    database,
    cipher: keys.cipher,
    serviceKey: keys.serviceKey,
    deps,
    token: (actor) => signServiceToken(keys.serviceKey, { from: 'bff', to: name, actor }),
    async stop() {
      await system.stop();
      await deps.pool.end();
      if (!options.database) await database.drop();
    },
  };
}
