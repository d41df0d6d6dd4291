import pg from 'pg';

const DATE_OID = 1082;
const INT8_OID = 20;

/** A number that JavaScript cannot hold would be rounded in silence, so it is an error instead. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of safe range: ${text}`);
  return value;
}

type TypeParser = (text: string) => unknown;
const ownParsers = new Map<number, TypeParser>([
  [DATE_OID, (text) => text],
  [INT8_OID, parseInt8],
]);

/** Calendar days stay text: a Date would move them by the machine's time zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && ownParsers.get(oid)) ||
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

export interface PoolOptions {
  url: string;
  /** Shown in pg_stat_activity and in logs, e.g. `club`. */
  name: string;
  /** Unqualified names in hand-written SQL mean this schema. */
  schema: string;
  /** Most connections at a time. */
  max?: number;
  statementTimeoutMs?: number;
  onError?: (error: Error) => void;
}

const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 5_000;

/**
 * A pool for one schema. The session's time zone is Asia/Shanghai, so that a cast from an instant to a day means the day people in China live in.
 * A connection that breaks is reported and replaced, never thrown.
 */
export function createPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: `chezhu-club ${options.name}`,
    options: `-c search_path=${options.schema},public -c timezone=Asia/Shanghai`,
    max: options.max ?? 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    types,
  });
  const report = (error: Error) => options.onError?.(error);
  pool.on('error', report);
  // A connection that breaks while it is lent out, between two statements, would otherwise end the whole process.
  pool.on('connect', (client) => client.on('error', report));
  return pool;
}
