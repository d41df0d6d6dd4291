import type { PoolClient } from 'pg';

/** A pool, or the connection of a running transaction. */
export type Db = Pick<PoolClient, 'query'>;
