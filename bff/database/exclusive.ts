import type { Pool, PoolClient } from 'pg';

/** Keys of the advisory locks in one place, so that no two meanings share a number. The class is "chez" in ASCII. */
export const LOCK_CLASS = 0x6368657a;
export const lockKeys = { migrate: 1, seed: 2, dataFolder: 3 } as const;

/**
 * Runs `work` on one connection while it alone holds the lock; others wait. The connection is closed afterwards: with it goes the lock, whatever happened,
 * and the lifted statement timeout does not leak into the pool.
 */
export async function exclusively<Result>(
  pool: Pool,
  lock: keyof typeof lockKeys,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
    await client.query('select pg_advisory_lock($1, $2)', [LOCK_CLASS, lockKeys[lock]]);
    return await work(client);
  } finally {
    client.release(true);
  }
}
