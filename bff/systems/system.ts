import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { Express } from 'express';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { FieldCipher } from '../crypto/field-cipher';
import { prepareSchema } from '../database/migrate';
import type { SystemName } from './names';

/** What an embedded system may be told from outside; everything else is its own business. */
export interface SystemSettings {
  insurerName: string;
  productName: string;
  hotline: string;
  /** Demo mode: seconds a claim stays in each step before it moves on. */
  claimPaceSeconds: number;
  /** What the wechat gateway expects of its callers. */
  wechat: { appId: string; appSecret: string };
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
}

export interface RunningSystem {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string;
  stop(): Promise<void>;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

/** Migrates the system's schema and checks its keys, without serving yet. */
export function prepareSystem(definition: SystemDefinition, deps: SystemDeps): Promise<void> {
  return prepareSchema(deps.pool, {
    schema: definition.schema,
    folder: definition.migrationsFolder,
    cipher: deps.cipher,
  });
}

/** Serves a prepared system. Stopping takes no new connections, lets running requests end, then ends its jobs. */
export async function startSystem(
  definition: SystemDefinition,
  deps: SystemDeps,
  { port = 0, host = '127.0.0.1' }: { port?: number; host?: string } = {},
): Promise<RunningSystem> {
  await prepareSystem(definition, deps);
  const parts = await definition.create(deps);
  const server = createServer({ requestTimeout: 15_000, headersTimeout: 10_000 }, parts.app);
  await listen(server, port, host);
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`,
    async stop() {
      await closed(server);
      await parts.stop();
    },
  };
}
