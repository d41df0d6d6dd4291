import type { ClientBase, Pool } from 'pg';
import type * as z from 'zod/mini';
import { toInstant } from '../../../http/instants';
import { notFound } from '../../../http/problem';
import type { clubRedemptionQuery, ClubRedemption, merchantSummary } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { limitOf, page, timePosition } from '../pages';
import { assertOwnStore, type CounterActor } from './counter-actor';
import { clerkUndoEnd, monthEnd, redemptionView, type RedemptionRow } from './redemption-view';

interface CurrentRow extends RedemptionRow {
  reversed_at: Date | null;
  reversed_uses_left: number | null;
  locked: boolean;
  now: Date;
}

const CURRENT_SQL = `
  select r.id, r.voucher_id, r.use_no, r.uses_left_after, sv.kind, v.title, r.store_id, s.name as store_name, r.clerk_id, c.name_sealed as clerk_name_sealed,
    m.id as member_id, m.name_sealed as member_name_sealed, r.at, r.sale_amount_fen, r.discount_fen, r.customer_pays_fen, r.settlement_fen,
    r.reversed_at, rr.uses_left_after as reversed_uses_left, coalesce(l.batch_id is not null, true) as locked, now() as now
  from redemptions r
  join vouchers v on v.id = r.voucher_id join services sv on sv.id = r.service_id join stores s on s.id = r.store_id
  join clerks c on c.id = r.clerk_id join members m on m.id = r.member_id
  left join settlement_lines l on l.redemption_id = r.id and l.kind = 'redemption'
  left join redemption_reversals rr on rr.redemption_id = r.id`;

/** Only what this merchant did, and of it only what the own stores did. $1 merchant, $2 stores. */
const OWN = 'r.merchant_id = $1 and r.store_id = any ($2)';

function reversibleUntil(row: CurrentRow, isOwner: boolean): Date | null {
  if (row.reversed_at || row.locked) return null;
  if (isOwner) return monthEnd(row.at > row.now ? row.at : row.now);
  const end = clerkUndoEnd(row.at);
  return end > row.now ? end : null;
}

function currentView(club: Club, row: CurrentRow, counter: CounterActor): ClubRedemption {
  return redemptionView(club, row, {
    reversedAt: row.reversed_at,
    usesLeft: row.reversed_uses_left ?? row.uses_left_after,
    reversibleUntil: reversibleUntil(row, counter.isOwner),
  });
}

export async function readRedemption(
  club: Club,
  database: Pool | ClientBase,
  { counter, redemptionId }: { counter: CounterActor; redemptionId: string },
): Promise<ClubRedemption | undefined> {
  const { rows } = await database.query<CurrentRow>(`${CURRENT_SQL} where ${OWN} and r.id = $3`, [
    counter.merchantId,
    counter.storeIds,
    redemptionId,
  ]);
  return rows[0] ? currentView(club, rows[0], counter) : undefined;
}

/** What became of a request whose answer was lost: the redemption as it is now. A clerk asks for the own requests, an owner for the merchant's. */
export async function redemptionByRequest(
  club: Club,
  counter: CounterActor,
  requestId: string,
): Promise<ClubRedemption> {
  const { rows } = await club.pool.query<CurrentRow>(
    `${CURRENT_SQL} where ${OWN} and ($4::text is null or r.clerk_id = $4 or rr.clerk_id = $4) and (r.request_id = $3 or rr.request_id = $3)
     order by r.clerk_id = $5 desc, r.at desc limit 1`,
    [
      counter.merchantId,
      counter.storeIds,
      requestId,
      counter.isOwner ? null : counter.clerkId,
      counter.clerkId,
    ],
  );
  if (!rows[0]) throw notFound('没有找到这次核销，请重新扫码确认');
  return currentView(club, rows[0], counter);
}

/** A day in Shanghai; `$` stands for the parameter that holds it, null for today. */
const dayStart = (parameter: string) =>
  `(coalesce(${parameter}::date, (now() at time zone 'Asia/Shanghai')::date)::timestamp at time zone 'Asia/Shanghai')`;

function storesAskedFor(counter: CounterActor, storeId: string | undefined): string[] {
  if (storeId === undefined) return counter.storeIds;
  assertOwnStore(counter, storeId);
  return [storeId];
}

/** One day's redemptions, newest first, undone ones included. */
export async function listRedemptions(
  club: Club,
  counter: CounterActor,
  query: z.infer<typeof clubRedemptionQuery>,
): Promise<{ items: ClubRedemption[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<CurrentRow>(
    `${CURRENT_SQL} where ${OWN} and r.at >= ${dayStart('$3')} and r.at < ${dayStart('$3')} + interval '1 day'
       and ($4::timestamptz is null or (r.at, r.id) < ($4, $5)) order by r.at desc, r.id desc limit $6`,
    [
      counter.merchantId,
      storesAskedFor(counter, query.storeId),
      query.date ?? null,
      at,
      id,
      limitOf(query) + 1,
    ],
  );
  return page(rows, query, {
    item: (row) => currentView(club, row, counter),
    position: (row) => [row.at.toISOString(), row.id],
  });
}

/** Today in Shanghai: what stands, what it is worth, and what was undone. */
export async function summarise(
  club: Club,
  counter: CounterActor,
  storeId: string | undefined,
): Promise<z.infer<typeof merchantSummary>> {
  const { rows } = await club.pool.query<{
    date: string;
    redemptions: number;
    settlement_fen: number;
    reversed: number;
    now: Date;
  }>(
    `select (now() at time zone 'Asia/Shanghai')::date as date, now() as now, count(*) filter (where r.reversed_at is null) as redemptions,
       coalesce(sum(r.settlement_fen) filter (where r.reversed_at is null), 0)::bigint as settlement_fen,
       count(*) filter (where r.reversed_at is not null) as reversed
     from redemptions r where ${OWN} and r.at >= ${dayStart('null')}`,
    [counter.merchantId, storesAskedFor(counter, storeId)],
  );
  const row = rows[0];
  if (!row) throw new Error('a sum without a row');
  return {
    date: row.date,
    redemptions: row.redemptions,
    settlementFen: row.settlement_fen,
    reversed: row.reversed,
    asOf: toInstant(row.now),
  };
}
