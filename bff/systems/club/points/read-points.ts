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
  signed_in_today: boolean;
  streak: number;
}

/** The balance and what runs out next; what has run out is written down first, so the balance and its entries always agree. */
export async function readPoints(club: Club, memberId: string): Promise<z.infer<typeof clubPoints>> {
  await settleExpired(club, memberId);
  const { rows } = await club.pool.query<BalanceRow>(
    `select now() as now, a.balance_points, (
       select json_agg(json_build_object('points', points, 'at', at) order by at) from (
         select sum(left_points)::int as points, expires_at as at from points_lots
         where account_id = a.id and left_points > 0 and expires_at > now() group by expires_at order by expires_at limit 12
       ) soon) as expiring,
       exists (select 1 from sign_ins s where s.member_id = $1 and s.day = today) as signed_in_today,
       coalesce((select s.streak from sign_ins s where s.member_id = $1 and s.day >= today - 1 order by s.day desc limit 1), 0) as streak
     from (select (now() at time zone 'Asia/Shanghai')::date as today) clock left join points_accounts a on a.member_id = $1`,
    [memberId],
  );
  const row = rows[0];
  return {
    balance: row?.balance_points ?? 0,
    expiring: (row?.expiring ?? []).map(({ points, at }) => ({ points, at: toInstant(new Date(at)) })),
    signIn: { today: row?.signed_in_today ?? false, streakDays: row?.streak ?? 0 },
    asOf: toInstant(row?.now ?? new Date()),
  };
}

type Entry = z.infer<typeof pointsEntry>;

interface EntryRow {
  seq: number;
  points: number;
  balance_after_points: number;
  at: Date;
  kind: Entry['kind'];
  reason: string;
  rule: NonNullable<Entry['rule']> | null;
}

export async function listEntries(
  club: Club,
  memberId: string,
  query: PageQuery,
): Promise<{ items: Entry[]; nextCursor: string | null }> {
  await settleExpired(club, memberId);
  const { at: before } = numberPosition(query);
  const { rows } = await club.pool.query<EntryRow>(
    `select e.seq, e.points, e.balance_after_points, e.at, t.kind, t.reason,
       case when r.code is not null then json_build_object('code', r.code, 'version', r.version, 'title', r.title, 'explanation', r.explanation) end as rule
     from points_accounts a join points_entries e on e.account_id = a.id join points_transactions t on t.id = e.transaction_id
       left join points_rules r on r.code = t.rule_code and r.version = t.rule_version
     where a.member_id = $1 and ($2::bigint is null or e.seq < $2) order by e.seq desc limit $3`,
    [memberId, before, limitOf(query) + 1],
  );
  return page(rows, query, {
    item: (row) => ({
      id: `pe_${String(row.seq)}`,
      at: toInstant(row.at),
      points: row.points,
      kind: row.kind,
      reason: row.reason,
      rule: row.rule,
      balanceAfter: row.balance_after_points,
    }),
    position: (row) => [row.seq, ''],
  });
}
