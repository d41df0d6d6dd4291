import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import { notFound } from '../../../http/problem';
import type { SettlementRun } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { enqueueClosings } from '../jobs/queues';
import type { Operator } from '../network/operator';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { finishRun } from './close-merchant';
import { lastPeriodEnd, type SettlementPeriod } from './period';
import { readRun } from './read-runs';

interface NewRun {
  cause: 'schedule' | 'operator';
  onlyDue: boolean;
  operator: Operator | null;
  request: WriteRequest;
}

async function insertRun(client: PoolClient, run: NewRun, merchantIds: readonly string[]): Promise<string> {
  const id = uuidv7();
  await client.query(
    `insert into settlement_runs (id, cause, only_due, operator_id, branch_id, request_scope, request_id, input_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      run.cause,
      run.onlyDue,
      run.operator?.operatorId ?? null,
      run.operator?.branchId ?? null,
      run.request.scope,
      run.request.id,
      run.request.inputHash,
    ],
  );
  await client.query(
    'insert into settlement_run_merchants (run_id, merchant_id) select $1, unnest($2::text[])',
    [id, merchantIds],
  );
  await enqueueClosings(
    client,
    merchantIds.map((merchantId) => ({ runId: id, merchantId })),
  );
  return id;
}

async function earlierRun(club: Club, request: WriteRequest): Promise<string | undefined> {
  const { rows } = await club.pool.query<{ id: string; input_hash: Buffer }>(
    'select id, input_hash from settlement_runs where request_scope = $1 and request_id = $2',
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return rows[0].id;
}

async function merchantsAskedFor(club: Club, operator: Operator, merchantId?: string): Promise<string[]> {
  const { rows } = await club.pool.query<{ id: string }>(
    `select m.id from merchants m where m.branch_id in (select branch_tree($1)) and ($2::text is null or m.id = $2) order by m.id`,
    [operator.branchId, merchantId ?? null],
  );
  if (rows.length === 0) throw notFound('没有找到这家商户');
  return rows.map(({ id }) => id);
}

/**
 * Closes now what no statement holds, of one merchant or of all in the operator's branch. The run and its jobs commit together; the closing follows.
 * @throws Problem 404, 422 IDEMPOTENCY_KEY_REUSED
 */
export async function startRun(
  club: Club,
  operator: Operator,
  input: { key: string; wanted: { merchantId?: string | undefined; only?: 'due' | 'all' | undefined } },
): Promise<{ body: SettlementRun; replayed: boolean }> {
  const request = writeRequest(club, `settlementRun:${operator.operatorId}`, {
    key: input.key,
    input: input.wanted,
  });
  const earlier = await earlierRun(club, request);
  if (earlier) return { body: await readRun(club, operator, earlier), replayed: true };
  const merchantIds = await merchantsAskedFor(club, operator, input.wanted.merchantId);
  const run: NewRun = { cause: 'operator', onlyDue: input.wanted.only === 'due', operator, request };
  try {
    const id = await inTransaction(club.pool, (client) => insertRun(client, run, merchantIds));
    return { body: await readRun(club, operator, id), replayed: false };
  } catch (error) {
    const winner =
      brokenUniqueKey(error) === 'settlement_runs_request' ? await earlierRun(club, request) : undefined;
    if (!winner) throw error;
    return { body: await readRun(club, operator, winner), replayed: true };
  }
}

interface DueRow {
  id: string;
  settlement_period: SettlementPeriod;
  oldest: Date;
  last_through: Date | null;
  now: Date;
}

async function dueMerchants(club: Pick<Club, 'pool'>): Promise<string[]> {
  const { rows } = await club.pool.query<DueRow>(
    `select m.id, m.settlement_period, o.oldest, (select max(b.through) from settlement_batches b where b.merchant_id = m.id) as last_through, now() as now
     from merchants m join lateral (
       select min(l.at) as oldest from settlement_lines l where l.merchant_id = m.id and l.batch_id is null
     ) o on o.oldest is not null
     where not exists (
       select 1 from settlement_run_merchants rm join settlement_runs r on r.id = rm.run_id and r.finished_at is null
       where rm.merchant_id = m.id and rm.handled_at is null)
     order by m.id`,
  );
  return rows
    .filter((row) => {
      const end = lastPeriodEnd(row.settlement_period, row.now);
      return row.oldest < end && (row.last_through === null || row.last_through < end);
    })
    .map(({ id }) => id);
}

/** The closing that no person asks for. Which merchants are due is read from what is there, so a club that was away for a month closes that month. */
export async function startDueRun(club: Club): Promise<void> {
  const merchantIds = await dueMerchants(club);
  if (merchantIds.length === 0) return;
  const request = writeRequest(club, 'settlementRun:schedule', { key: uuidv7(), input: merchantIds });
  const run: NewRun = { cause: 'schedule', onlyDue: true, operator: null, request };
  const id = await inTransaction(club.pool, (client) => insertRun(client, run, merchantIds));
  await finishRun(club, id);
}
