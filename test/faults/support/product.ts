import { pino } from 'pino';
import type { Keys } from '../../../bff/crypto/keys';
import { createAccessTokens } from '../../../bff/http/sessions/access-tokens';
import { startSystems } from '../../../bff/start/systems';
import { systemNames, type SystemName } from '../../../bff/system-names';
import { unverifiedMember, verifiedMember } from '../../../bff/systems/demo-people';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { testConfig, testKeys } from '../../support/settings';
import { startBff, type BffProcess, type Protection } from './bff-process';
import { startFaultProxy, type FaultProxy } from './fault-proxy';
import { startNameServer } from './name-server';

const FORGETS_EVERY_MS = 30;

export interface Product {
  database: TestDatabase;
  bff: BffProcess;
  proxies: Record<SystemName, FaultProxy>;
  tokens: { member: () => string; newcomer: () => string };
  /** Another server beside the first, on the same systems, with something taken out of it. */
  beside(without: Protection): Promise<BffProcess>;
  /** Another server, for which the name of one system is asked of a name server that says nothing until it is told to. */
  nameless(system: SystemName): Promise<{ bff: BffProcess; speak(): void; stop(): Promise<void> }>;
  stop(): Promise<void>;
}

/** Limits are for people who try too often. Here a few people do what thousands would, so nobody counts; and an identity is looked at anew each time. */
function forgetCounts(database: TestDatabase): () => Promise<void> {
  let stopped = false;
  const forget = async () => {
    while (!stopped) {
      await database.pool('bff').query('update rate_limits set points = -1000000 where points > -100000');
      await database.pool('club').query("delete from identity_reviews where state = 'open'");
      await new Promise((resolve) => setTimeout(resolve, FORGETS_EVERY_MS));
    }
  };
  const done = forget();
  return async () => {
    stopped = true;
    await done;
  };
}

/** As a session of theirs would have it; fresh ones all the time, because a long run outlives any of them. */
function tokensOf(keys: Keys): Product['tokens'] {
  const tokens = createAccessTokens(keys.tokens, { lifetimeSeconds: 900 });
  const of =
    ({ memberId }: { memberId: string }) =>
    () => {
      const claims = { accountId: memberId, sessionId: 'ses_faults', branchId: 'br_sd_jinan_lixia' };
      return tokens.issue({ audience: 'member', phoneless: false, ...claims }).accessToken;
    };
  return { member: of(verifiedMember), newcomer: of(unverifiedMember) };
}

/** Every system of record in this process, a fault proxy in front of each, and the server in a process of its own. */
export async function startProduct(seed: number): Promise<Product> {
  const database = await createTestDatabase({ seeded: true });
  const config = testConfig({ DATABASE_URL: database.url });
  const keys = await testKeys(config);
  const log = pino({ level: 'silent' });
  const running = await startSystems({ config, keys, databaseUrl: database.url, log, seed: false });
  const opened = await Promise.all(
    systemNames.map(
      async (name, index) => [name, await startFaultProxy(running.urls[name], seed + index)] as const,
    ),
  );
  const proxies = Object.fromEntries(opened) as Record<SystemName, FaultProxy>;
  const addresses = opened.map(([name, { port }]) => [name, `http://127.0.0.1:${String(port)}`]);
  const systems = Object.fromEntries(addresses) as Record<SystemName, string>;
  const bff = await startBff({ databaseUrl: database.url, systems });
  const stopForgetting = forgetCounts(database);
  return {
    database,
    bff,
    proxies,
    tokens: tokensOf(keys),
    beside: (without) => startBff({ databaseUrl: database.url, systems, without }),
    async nameless(system) {
      const names = await startNameServer();
      const named = { ...systems, [system]: `http://${system}.faults.test:${String(proxies[system].port)}` };
      const lost = await startBff({ databaseUrl: database.url, systems: named, nameServer: names.address });
      return {
        bff: lost,
        speak: () => names.speak(),
        async stop() {
          await lost.stop();
          await names.close();
        },
      };
    },
    async stop() {
      await bff.stop();
      await stopForgetting();
      await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
      await running.stop();
      await database.drop();
    },
  };
}
