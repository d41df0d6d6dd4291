import type { Pool, PoolClient } from 'pg';

/** Deadlock and serialisation failures: nothing was done, and the same work may simply be tried again. */
const retryable = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code ?? '';

async function attempt<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Runs `work` in one transaction. It may run up to three times (deadlock, serialisation failure), so it touches nothing but the database.
 * A connection that cannot roll back is thrown away rather than handed to the next caller.
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await attempt(pool, work);
    } catch (error) {
      if (left <= 1 || !retryable.has(codeOf(error))) throw error;
    }
  }
}
