import type * as z from 'zod/mini';
import { notFound } from '../../../http/problem';
import type {
  operatorDispute,
  operatorDisputeQuery,
  SettlementDispute,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import type { Operator } from '../network/operator';
import { limitOf, page, timePosition } from '../pages';
import {
  DISPUTE_COLUMNS,
  disputeView,
  LINE_COLUMNS,
  LINE_JOINS,
  lineView,
  type DisputeRow,
  type LineRow,
} from './settlement-view';

export async function readDispute(club: Club, disputeId: string): Promise<SettlementDispute> {
  const { rows } = await club.pool.query<DisputeRow>(
    `select ${DISPUTE_COLUMNS} from settlement_disputes d where d.id = $1`,
    [disputeId],
  );
  if (!rows[0]) throw notFound('没有找到这条异议');
  return disputeView(club, rows[0]);
}

type Row = LineRow & DisputeRow & { merchant_id: string; merchant_name: string };

/** Oldest first: who has waited longest is answered first. */
export async function listDisputes(
  club: Club,
  operator: Operator,
  query: z.infer<typeof operatorDisputeQuery>,
): Promise<{ items: z.infer<typeof operatorDispute>[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<Row>(
    `select ${LINE_COLUMNS}, ${DISPUTE_COLUMNS}, m.id as merchant_id, m.name as merchant_name
     from settlement_disputes d join settlement_lines l on l.id = d.line_id ${LINE_JOINS} join merchants m on m.id = l.merchant_id
     where d.branch_id in (select branch_tree($1)) and ($2::text is null or d.state = $2)
       and ($3::timestamptz is null or (d.opened_at, d.id) > ($3, $4)) order by d.opened_at, d.id limit $5`,
    [operator.branchId, query.state ?? null, at, id, limitOf(query) + 1],
  );
  return page(rows, query, {
    item: (row) => ({
      ...disputeView(club, row),
      merchant: { id: row.merchant_id, name: row.merchant_name },
      line: lineView(club, row),
    }),
    position: (row) => [row.dispute_opened_at.toISOString(), row.dispute_id],
  });
}
