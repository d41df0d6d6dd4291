import type { ClientBase, Pool } from 'pg';
import type * as z from 'zod/mini';
import { toInstant } from '../../../http/instants';
import { notFound } from '../../../http/problem';
import {
  OPEN_SETTLEMENT,
  type settlementLinesQuery,
  type settlementQuery,
  type SettlementDetail,
  type SettlementLine,
  type SettlementSummary,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { limitOf, page, timePosition } from '../pages';
import { dayBefore, localDay, nextPeriodEnd, type SettlementPeriod } from './period';
import {
  BATCH_COLUMNS,
  BATCH_FROM,
  batchView,
  LINE_COLUMNS,
  LINE_DISPUTE,
  LINE_JOINS,
  DISPUTE_COLUMNS,
  lineView,
  type BatchRow,
  type DisputedLineRow,
} from './settlement-view';

interface Named {
  settlement: SettlementSummary;
  merchant: { id: string; name: string };
}

/** What no statement holds yet, as if it were one. */
async function openSettlement(club: Club, merchantId: string): Promise<Named> {
  const { rows } = await club.pool.query<{
    name: string;
    settlement_period: SettlementPeriod;
    last_day: string | null;
    oldest: Date | null;
    total_fen: number;
    line_count: number;
    redemption_count: number;
    now: Date;
  }>(
    `select m.name, m.settlement_period, now() as now, (select max(b.period_to) from settlement_batches b where b.merchant_id = m.id) as last_day,
       min(l.at) as oldest, coalesce(sum(l.amount_fen), 0)::bigint as total_fen, count(l.*) as line_count,
       count(l.*) filter (where l.kind = 'redemption') as redemption_count
     from merchants m left join settlement_lines l on l.merchant_id = m.id and l.batch_id is null where m.id = $1 group by m.id`,
    [merchantId],
  );
  const row = rows[0];
  if (!row) throw notFound('没有找到这家商户');
  const to = dayBefore(nextPeriodEnd(row.settlement_period, row.now));
  // 16:00 UTC is the next midnight in Shanghai.
  const after = row.last_day === null ? undefined : localDay(new Date(`${row.last_day}T16:00:00Z`));
  const from = after ?? localDay(row.oldest ?? row.now);
  return {
    merchant: { id: merchantId, name: row.name },
    settlement: {
      id: OPEN_SETTLEMENT,
      number: null,
      period: { from: from < to ? from : to, to },
      state: 'open',
      totalFen: row.total_fen,
      lineCount: row.line_count,
      redemptionCount: row.redemption_count,
      openDisputes: 0,
      closedAt: null,
      confirmedAt: null,
      invoiceNo: null,
      paidAt: null,
    },
  };
}

/** Undefined for another merchant's. */
export async function readBatch(
  database: Pool | ClientBase,
  merchantId: string,
  batchId: string,
): Promise<BatchRow | undefined> {
  const { rows } = await database.query<BatchRow>(
    `select ${BATCH_COLUMNS} from ${BATCH_FROM} where b.id = $1 and b.merchant_id = $2`,
    [batchId, merchantId],
  );
  return rows[0];
}

async function named(club: Club, merchantId: string, settlementId: string): Promise<Named> {
  if (settlementId === OPEN_SETTLEMENT) return openSettlement(club, merchantId);
  const row = await readBatch(club.pool, merchantId, settlementId);
  if (!row) throw notFound('没有找到这张结算单');
  return { settlement: batchView(row), merchant: { id: merchantId, name: row.merchant_name } };
}

/** What is open first, then the closed ones, newest first. */
export async function listSettlements(
  club: Club,
  merchantId: string,
  query: z.infer<typeof settlementQuery>,
): Promise<{ items: SettlementSummary[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<BatchRow>(
    `select ${BATCH_COLUMNS} from ${BATCH_FROM}
     where b.merchant_id = $1 and ($2::text is null or b.state = $2) and ($3::timestamptz is null or (b.closed_at, b.id) < ($3, $4))
     order by b.closed_at desc, b.id desc limit $5`,
    [merchantId, query.state ?? null, at, id, limitOf(query) + 1],
  );
  const closed = page(rows, query, {
    item: batchView,
    position: (row) => [row.closed_at.toISOString(), row.id],
  });
  const withOpen = at === null && (query.state === undefined || query.state === 'open');
  if (!withOpen) return closed;
  const { settlement } = await openSettlement(club, merchantId);
  return { ...closed, items: [settlement, ...closed.items] };
}

/** Two plain conditions, so that each finds its index. */
const whereOf = (settlementId: string) =>
  settlementId === OPEN_SETTLEMENT
    ? `l.merchant_id = $1 and l.batch_id is null and $2::text is not null`
    : `l.batch_id = $2 and l.merchant_id = $1`;

type LinesQuery = z.infer<typeof settlementLinesQuery>;

/** Newest first. */
export async function listLines(
  club: Club,
  scope: { merchantId: string; settlementId: string },
  query: LinesQuery,
): Promise<{ items: SettlementLine[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<DisputedLineRow>(
    `select ${LINE_COLUMNS}, ${DISPUTE_COLUMNS} from settlement_lines l ${LINE_JOINS} ${LINE_DISPUTE}
     where ${whereOf(scope.settlementId)} and ($3::timestamptz is null or (l.at, l.id) < ($3, $4)) and ($6::text is null or l.kind = $6)
     order by l.at desc, l.id desc limit $5`,
    [scope.merchantId, scope.settlementId, at, id, limitOf(query) + 1, query.kind ?? null],
  );
  return page(rows, query, {
    item: (row) => lineView(club, row),
    position: (row) => [row.line_at.toISOString(), row.line_id],
  });
}

type ByService = SettlementDetail['byService'];

async function sumsByService(club: Club, merchantId: string, settlementId: string): Promise<ByService> {
  const { rows } = await club.pool.query<{
    service: ByService[number]['service'];
    title: string;
    line_count: number;
    amount_fen: number;
  }>(
    `select sv.kind as service, sv.title, count(*) as line_count, sum(l.amount_fen)::bigint as amount_fen
     from settlement_lines l join services sv on sv.id = l.service_id where ${whereOf(settlementId)}
     group by sv.id order by amount_fen desc, sv.id`,
    [merchantId, settlementId],
  );
  return rows.map((row) => ({
    service: row.service,
    title: row.title,
    lineCount: row.line_count,
    amountFen: row.amount_fen,
  }));
}

type ByKind = SettlementDetail['byKind'];

async function sumsByKind(club: Club, merchantId: string, settlementId: string): Promise<ByKind> {
  const { rows } = await club.pool.query<{
    kind: ByKind[number]['kind'];
    line_count: number;
    amount_fen: number;
  }>(
    `select l.kind, count(*) as line_count, sum(l.amount_fen)::bigint as amount_fen from settlement_lines l where ${whereOf(settlementId)}
     group by l.kind order by array_position(array['redemption', 'reversal', 'adjustment'], l.kind)`,
    [merchantId, settlementId],
  );
  return rows.map((row) => ({ kind: row.kind, lineCount: row.line_count, amountFen: row.amount_fen }));
}

/** A statement with its sums and a page of its lines. */
export async function readSettlement(
  club: Club,
  scope: { merchantId: string; settlementId: string },
  query: LinesQuery,
): Promise<SettlementDetail> {
  const { merchantId, settlementId } = scope;
  const { settlement, merchant } = await named(club, merchantId, settlementId);
  const [byService, byKind, lines] = await Promise.all([
    sumsByService(club, merchantId, settlementId),
    sumsByKind(club, merchantId, settlementId),
    listLines(club, scope, query),
  ]);
  return {
    ...settlement,
    merchant,
    byService,
    byKind,
    lines: lines.items,
    nextCursor: lines.nextCursor,
    asOf: toInstant(new Date()),
  };
}
