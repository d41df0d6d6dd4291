import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config';
import type { Keys } from '../crypto/keys';
import type { SystemName } from '../system-names';

export interface ComposeOptions {
  config: Config;
  keys: Keys;
  /** Of the schema `bff`, which is migrated. */
  pool: Pool;
  /** Where each system of record is found. */
  systems: Record<SystemName, string>;
  log: Logger;
  webRoot?: string;
}
