import type { ClientBase, Pool } from 'pg';
import type { Logger } from 'pino';
import { uuidv7 } from 'uuidv7';
import type { ClubAlarm } from '../../../upstream/club/contract';

export interface Alarm {
  kind: ClubAlarm['kind'];
  /** The same key is the same alarm, however often it is found. */
  key: string;
  redemptionId?: string;
  storeId?: string | null;
  clerkId?: string | null;
  memberId?: string | null;
  branchId?: string | null;
  facts: Record<string, string | number>;
}

/** Within the transaction of what it is about. True when it is a new one. */
export async function insertAlarm(
  database: Pick<Pool | ClientBase, 'query'>,
  alarm: Alarm,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `insert into alarms (id, kind, key, branch_id, store_id, clerk_id, member_id, redemption_id, facts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (kind, key) do nothing`,
    [
      uuidv7(),
      alarm.kind,
      alarm.key,
      alarm.branchId ?? null,
      alarm.storeId ?? null,
      alarm.clerkId ?? null,
      alarm.memberId ?? null,
      alarm.redemptionId ?? null,
      JSON.stringify(alarm.facts),
    ],
  );
  return rowCount === 1;
}

/** Written once and said once in the log; operators read it until somebody has seen it. */
export async function raiseAlarm(
  { pool, log }: { pool: Pick<Pool, 'query'>; log: Pick<Logger, 'error'> },
  alarm: Alarm,
): Promise<void> {
  if (!(await insertAlarm(pool, alarm))) return;
  log.error({ alarm: alarm.kind, ...alarm.facts }, 'an alarm for the operator');
}
