import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { raiseAlarm } from './alarms';

/** Longer than any healthy wait; what is later than this needs somebody. */
const LATE_MINUTES = 15;

/** What should have been done by now. Asked of the data itself, so nothing is too old to be found. */
export const STUCK_SQL = `
  select 'stuckMessage' as kind, id, kind as what, extract(epoch from now() - at)::int / 60 as minutes from outbox
    where done_at is null and at <= now() - make_interval(mins => ${LATE_MINUTES})
  union all
  select 'stuckRun', id, cause, extract(epoch from now() - started_at)::int / 60 from settlement_runs
    where finished_at is null and started_at <= now() - make_interval(mins => ${LATE_MINUTES})
  union all
  select 'stuckJob', id, 'referral', extract(epoch from now() - due_since)::int / 60 from referrals
    where state = 'due' and due_since <= now() - make_interval(mins => ${LATE_MINUTES})`;

interface Stuck {
  kind: 'stuckMessage' | 'stuckRun' | 'stuckJob';
  id: string;
  what: string;
  minutes: number;
}

export async function watchStuck({ pool, log }: { pool: Pool; log: Pick<Logger, 'error'> }): Promise<void> {
  const { rows } = await pool.query<Stuck>(`${STUCK_SQL} limit 100`);
  for (const { kind, id, what, minutes } of rows) {
    await raiseAlarm({ pool, log }, { kind, key: id, facts: { what, minutes } });
  }
}
