import type { KeyObject } from 'node:crypto';
import type { Express } from 'express';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { FieldCipher } from '../crypto/field-cipher';
import { prepareSchema } from '../database/migrate';
import { seedOnce } from '../database/seed-once';
import { listen } from '../start/listen';
import type { SystemName } from '../system-names';
import type { SubscribeTemplates } from '../upstream/wechat/subscribe-message';

/** What an embedded system may be told from outside; everything else is its own business. */
export interface SystemSettings {
  insurerName: string;
  productName: string;
  hotline: string;
  /** Demo mode: seconds a claim stays in each step before it moves on. */
  claimPaceSeconds: number;
  /** Up to here a claim may go the quick way (小额快赔). */
  smallClaimFen: number;
  /** What the wechat gateway expects of its callers, and the templates it has given them. */
  wechat: { appId: string; appSecret: string; templates: SubscribeTemplates };
}

export interface SystemDeps {
  /** Of this system alone; unqualified names mean its schema. */
  pool: Pool;
  cipher: FieldCipher;
  /** Verifies service tokens; the audience is the system's name. */
  serviceKey: KeyObject;
  /** A stable key for a purpose of this system's own, e.g. signing presentations. */
  deriveKey(purpose: string): KeyObject;
  demo: boolean;
  log: Logger;
  settings: SystemSettings;
  /** Where another system is, once it runs; undefined where there is none, e.g. for a system that was started alone. */
  addressOf(name: SystemName): Promise<string | undefined>;
}

export interface RunningParts {
  app: Express;
  /** Ends timers and jobs; the pool belongs to whoever made it. */
  stop(): Promise<void>;
}

/** An embedded system of record or gateway: complete on its own, spoken to only over HTTP. */
export interface SystemDefinition {
  name: SystemName;
  schema: string;
  /** Absolute: `path.join(__dirname, 'migrations')`. */
  migrationsFolder: string;
  create(deps: SystemDeps): Promise<RunningParts> | RunningParts;
  /** Runs once, on an empty schema, in demo mode. Reproducible: the same data at each run, with times relative to now. */
  seedDemo?(deps: SystemDeps): Promise<void>;
  /** `npm run seed -- --members N`: data of real size beside the demonstration. */
  loadSize?(loading: SizeLoading): Promise<void>;
}

export interface SizeLoading {
  /** With time for long statements. */
  pool: Pool;
  cipher: FieldCipher;
  members: number;
  /** Told how much is done, from 0 to 1, and what is being done. */
  onProgress(done: number, what: string): void;
}

export interface RunningSystem {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string;
  stop(): Promise<void>;
}

const DRAIN_MS = 2_000;

export interface StartOptions {
  port?: number;
  host?: string;
  /** Demo data goes in before the first request is served. */
  seed?: boolean;
}

async function prepare(definition: SystemDefinition, deps: SystemDeps, seed: boolean): Promise<void> {
  const { schema, migrationsFolder: folder, seedDemo } = definition;
  await prepareSchema(deps.pool, { schema, folder, cipher: deps.cipher });
  if (!seed || !deps.demo || !seedDemo) return;
  const outcome = await seedOnce(deps.pool, schema, () => seedDemo(deps));
  if (outcome === 'seeded') deps.log.info({ schema }, 'demo data is in');
}

/** Migrates, checks keys, seeds, then serves. Stopping takes no new connections, lets running requests end, then ends the system's jobs. */
export async function startSystem(
  definition: SystemDefinition,
  deps: SystemDeps,
  { port = 0, host = '127.0.0.1', seed = false }: StartOptions = {},
): Promise<RunningSystem> {
  await prepare(definition, deps, seed);
  const parts = await definition.create(deps);
  const server = await listen(parts.app, { port, host });
  return {
    url: server.url,
    async stop() {
      await server.close(DRAIN_MS);
      await parts.stop();
    },
  };
}
