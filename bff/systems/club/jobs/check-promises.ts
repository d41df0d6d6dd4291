import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { uuidv7 } from 'uuidv7';
import { findBreaches } from '../invariants';
import { raiseAlarm } from './alarms';

/** The nightly check is due when the last one is older than the latest 02:00 in Shanghai. */
export const checkDueStatement = {
  text: `
  select coalesce(max(finished_at) < last_two, true) as due
  from (select case when now() >= today then today else today - interval '1 day' end as last_two
    from (select (date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '2 hours') at time zone 'Asia/Shanghai' as today) t) c
  left join check_runs on true group by last_two`,
};

export async function isCheckDue(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ due: boolean }>(checkDueStatement.text);
  return rows[0]?.due ?? true;
}

/** Asks all promises, vouchers against redemptions against statements among them, and keeps what was found. */
export async function checkPromises({ pool, log }: { pool: Pool; log: Logger }): Promise<void> {
  const { rows } = await pool.query<{ now: Date }>('select now() as now');
  const breaches = await findBreaches(pool);
  const id = uuidv7();
  await pool.query('insert into check_runs (id, started_at, breaches, found) values ($1, $2, $3, $4)', [
    id,
    rows[0]?.now,
    breaches.length,
    JSON.stringify(breaches),
  ]);
  for (const { code, promise } of breaches) {
    await raiseAlarm(
      { pool, log },
      { kind: 'brokenPromise', key: `${id} ${promise}`, facts: { code, promise } },
    );
  }
}
