import type * as z from 'zod/mini';
import { toInstant } from '../../../http/instants';
import type { clubPoints, pointsEntry } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { limitOf, numberPosition, page, type PageQuery } from '../pages';
import { settleExpired } from './expire-points';

interface BalanceRow {
  now: Date;
  balance_points: number | null;
  expiring: { points: number; at: string }[] | null;
}

/** The balance and what runs out next; what has run out is written down first, so the balance and its entries always agree. */
export async function readPoints(club: Club, memberId: string): Promise<z.infer<typeof clubPoints>> {
  await settleExpired(club, memberId);
  const { rows } = await club.pool.query<BalanceRow>(
    `select now() as now, a.balance_points, (
       select json_agg(json_build_object('points', points, 'at', at) order by at) from (
         select sum(left_points)::int as points, expires_at as at from points_lots
         where account_id = a.id and left_points > 0 and expires_at > now() group by expires_at order by expires_at limit 12
       ) soon) as expiring
     from (select 1) one left join points_accounts a on a.member_id = $1`,
    [memberId],
  );
  const row = rows[0];
  return {
    balance: row?.balance_points ?? 0,
    expiring: (row?.expiring ?? []).map(({ points, at }) => ({ points, at: toInstant(new Date(at)) })),
    signIn: { today: false, streakDays: 0 },
    asOf: toInstant(row?.now ?? new Date()),
  };
}

interface EntryRow {
  seq: number;
  points: number;
  balance_after_points: number;
  at: Date;
  reason: string;
}

export async function listEntries(
  club: Club,
  memberId: string,
  query: PageQuery,
): Promise<{ items: z.infer<typeof pointsEntry>[]; nextCursor: string | null }> {
  await settleExpired(club, memberId);
  const { at: before } = numberPosition(query);
  const { rows } = await club.pool.query<EntryRow>(
    `select e.seq, e.points, e.balance_after_points, e.at, t.reason
     from points_accounts a join points_entries e on e.account_id = a.id join points_transactions t on t.id = e.transaction_id
     where a.member_id = $1 and ($2::bigint is null or e.seq < $2) order by e.seq desc limit $3`,
    [memberId, before, limitOf(query) + 1],
  );
  return page(rows, query, {
    item: (row) => ({
      id: `pe_${String(row.seq)}`,
      at: toInstant(row.at),
      points: row.points,
      kind: 'earn' as const,
      rule: null,
      reason: row.reason,
      balanceAfter: row.balance_after_points,
    }),
    position: (row) => [row.seq, ''],
  });
}
