import { toInstant } from '../../../http/instants';
import { notFound } from '../../../http/problem';
import type { SettlementRun } from '../../../upstream/club/contract';
import type { Club } from '../club';
import type { Operator } from '../network/operator';
import { limitOf, page, timePosition, type PageQuery } from '../pages';

interface RunRow {
  id: string;
  cause: SettlementRun['cause'];
  started_at: Date;
  finished_at: Date | null;
  merchants: number;
  handled: number;
  statements: number;
  total_fen: number;
}

/** A run of the own branch's tree, or the schedule's. $1 the operator's branch. */
const RUN_SQL = `
  select r.id, r.cause, r.started_at, r.finished_at, count(rm.*) as merchants, count(rm.handled_at) as handled,
    count(rm.batch_id) as statements, coalesce(sum(b.total_fen), 0)::bigint as total_fen
  from settlement_runs r
  left join settlement_run_merchants rm on rm.run_id = r.id
    and rm.merchant_id in (select m.id from merchants m where m.branch_id in (select branch_tree($1)))
  left join settlement_batches b on b.id = rm.batch_id
  where (r.branch_id is null or r.branch_id in (select branch_tree($1)))`;

const viewOf = (row: RunRow): SettlementRun => ({
  id: row.id,
  cause: row.cause,
  state: row.handled === row.merchants ? 'done' : 'running',
  startedAt: toInstant(row.started_at),
  finishedAt: row.finished_at ? toInstant(row.finished_at) : null,
  merchants: row.merchants,
  handled: row.handled,
  statements: row.statements,
  totalFen: row.total_fen,
});

export async function readRun(club: Club, operator: Operator, runId: string): Promise<SettlementRun> {
  const { rows } = await club.pool.query<RunRow>(`${RUN_SQL} and r.id = $2 group by r.id`, [
    operator.branchId,
    runId,
  ]);
  if (!rows[0]) throw notFound('没有找到这次结算');
  return viewOf(rows[0]);
}

/** Newest first. */
export async function listRuns(
  club: Club,
  operator: Operator,
  query: PageQuery,
): Promise<{ items: SettlementRun[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<RunRow>(
    `${RUN_SQL} and ($2::timestamptz is null or (r.started_at, r.id) < ($2, $3))
     group by r.id order by r.started_at desc, r.id desc limit $4`,
    [operator.branchId, at, id, limitOf(query) + 1],
  );
  return page(rows, query, { item: viewOf, position: (row) => [row.started_at.toISOString(), row.id] });
}
