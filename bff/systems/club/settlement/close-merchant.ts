import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import type { Club } from '../club';
import { closingStatement } from './closing-statement';
import { dayBefore, lastPeriodEnd, localDay, type SettlementPeriod } from './period';

export interface RunMerchant {
  runId: string;
  merchantId: string;
}

interface Closing {
  settlement_period: SettlementPeriod;
  only_due: boolean;
  now: Date;
}

/** One closing of a merchant at a time: the row is held until the statement stands. */
async function lockMerchant(client: PoolClient, { runId, merchantId }: RunMerchant): Promise<Closing> {
  const { rows } = await client.query<Closing>(
    `select m.settlement_period, r.only_due, clock_timestamp()::timestamptz(3) as now
     from merchants m join settlement_runs r on r.id = $2 where m.id = $1 for no key update of m`,
    [merchantId, runId],
  );
  if (!rows[0]) throw new Error(`no merchant ${merchantId} in run ${runId}`);
  return rows[0];
}

async function closeOnce(client: PoolClient, task: RunMerchant): Promise<void> {
  const { settlement_period: period, only_due: onlyDue, now } = await lockMerchant(client, task);
  const { rowCount } = await client.query(
    'update settlement_run_merchants set handled_at = now() where run_id = $1 and merchant_id = $2 and handled_at is null',
    [task.runId, task.merchantId],
  );
  if (rowCount !== 1) return;
  const through = onlyDue ? lastPeriodEnd(period, now) : now;
  const lastDay = onlyDue ? dayBefore(through) : localDay(now);
  const { rows } = await client.query<{ id: string }>({
    ...closingStatement,
    values: [uuidv7(), task.merchantId, task.runId, through, lastDay, onlyDue],
  });
  if (!rows[0]) return;
  await client.query(
    'update settlement_run_merchants set batch_id = $3 where run_id = $1 and merchant_id = $2',
    [task.runId, task.merchantId, rows[0].id],
  );
}

/** After the last merchant, whichever process that was: a statement of its own, so that it sees what the others have committed. */
export async function finishRun(club: Pick<Club, 'pool'>, runId: string): Promise<void> {
  await club.pool.query(
    `update settlement_runs r set finished_at = now() where r.id = $1 and r.finished_at is null
       and not exists (select 1 from settlement_run_merchants rm where rm.run_id = r.id and rm.handled_at is null)`,
    [runId],
  );
}

/** One merchant of a run: closed once, however often the job is repeated and whoever repeats it. */
export async function closeMerchant(club: Pick<Club, 'pool'>, task: RunMerchant): Promise<void> {
  await inTransaction(club.pool, (client) => closeOnce(client, task));
  await finishRun(club, task.runId);
}
