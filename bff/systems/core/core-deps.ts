import type { KeyObject } from 'node:crypto';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { AccessRule } from '../../http/route';
import type { Actor } from '../../http/service-token';
import type { PersonalFields } from './personal-fields';

/** What the use cases and routes of core are made of. */
export interface CoreDeps {
  pool: Pool;
  fields: PersonalFields;
  log: Logger;
  /** Of the report's input; the same report must have the same hash for good. */
  requestKey: KeyObject;
  access: (...roles: Actor['role'][]) => AccessRule<Actor>;
  insurerName: string;
  hotline: string;
  demo: boolean;
  /** Up to here a claim may go the quick way (小额快赔). */
  smallClaimFen: number;
  /** Demonstration only: how long a claim stays in each step. */
  paceSeconds: number;
}
