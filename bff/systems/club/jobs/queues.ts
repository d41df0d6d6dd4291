import type { ClientBase, Pool } from 'pg';
import PgBoss from 'pg-boss';

/** Beside the club's own schema: what waits to be done is not what the club knows. */
const JOBS_SCHEMA = 'club_jobs';

/** `gaveUp` takes what failed too often, so that somebody hears of it. */
export const queueNames = {
  minute: 'minute',
  closeSettlement: 'close-settlement',
  checkPromises: 'check-promises',
  gaveUp: 'gave-up',
} as const;
export type QueueName = (typeof queueNames)[keyof typeof queueNames];

/** Anything that can run one statement: the pool, or the connection of a transaction that the job commits with. */
type Database = Pick<Pool | ClientBase, 'query'>;

const speaking = (database: Database): PgBoss.Db => ({
  executeSql: (text, values) => database.query<Record<string, unknown>>(text, values),
});

export function createBoss(pool: Pool): PgBoss {
  return new PgBoss({
    db: speaking(pool),
    schema: JOBS_SCHEMA,
    // When something is due is read from the data, not from a timetable that a stopped process would miss.
    schedule: false,
    maintenanceIntervalSeconds: 30,
  });
}

const RETRIES = { retryLimit: 5, retryDelay: 5, retryBackoff: true };

/** Known queues are left as they are. `short`: at most one waits, however many processes ask for it. */
export async function createQueues(boss: PgBoss): Promise<void> {
  const { gaveUp, minute, closeSettlement, checkPromises } = queueNames;
  await boss.createQueue(gaveUp, { name: gaveUp, retryLimit: 1_000, retryDelay: 60 });
  const failing = { deadLetter: gaveUp };
  await boss.createQueue(minute, {
    name: minute,
    policy: 'short',
    expireInSeconds: 120,
    retryLimit: 0,
    ...failing,
  });
  await boss.createQueue(closeSettlement, {
    name: closeSettlement,
    expireInSeconds: 60,
    ...RETRIES,
    ...failing,
  });
  await boss.createQueue(checkPromises, {
    name: checkPromises,
    policy: 'stately',
    expireInSeconds: 1_800,
    ...RETRIES,
    ...failing,
  });
}

export interface ClosingTask {
  runId: string;
  merchantId: string;
}

/** Only writes, in the caller's transaction; it is never started. */
const writer = new PgBoss({
  db: { executeSql: () => Promise.reject(new Error('jobs are written through a transaction')) },
  schema: JOBS_SCHEMA,
  schedule: false,
  supervise: false,
});

/** One job a merchant, there once the transaction is. */
export async function enqueueClosings(client: ClientBase, tasks: readonly ClosingTask[]): Promise<void> {
  if (tasks.length === 0) return;
  await writer.insert(
    tasks.map((data) => ({ name: queueNames.closeSettlement, data })),
    { db: speaking(client) },
  );
}
