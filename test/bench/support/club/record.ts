import type { Pool } from 'pg';
import { createPool } from '../../../../bff/database/pool';
import { createClub, type Club } from '../../../../bff/systems/club/club';
import type { Keys } from '../../../../bff/crypto/keys';
import { listenTo, type Asked } from '../../../support/query-plans';
import { CONCURRENCY } from './way';

/** The club without HTTP: its use cases on a pool of their own. */
export function clubInProcess(url: string, keys: Keys): { club: Club; close(): Promise<void> } {
  const pool = createPool({ url, name: 'bench club', schema: 'club', max: CONCURRENCY });
  const { cipher, serviceKey } = keys;
  const deriveKey = (purpose: string) => keys.derive(`club:${purpose}`);
  return { club: createClub({ pool, cipher, serviceKey, deriveKey }), close: () => pool.end() };
}

const EVERYTHING = /./;

/** Everything that a piece of work asks the database, in its order, transactions included. */
export async function recorded(pool: Pool, work: () => Promise<unknown>): Promise<Asked[]> {
  const asked = listenTo(pool, EVERYTHING);
  await work();
  return asked.slice();
}
