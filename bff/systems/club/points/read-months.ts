import type * as z from 'zod/mini';
import { toInstant } from '../../../http/instants';
import type { pointsMonths } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { settleExpired } from './expire-points';

interface MonthRow {
  month: string;
  earned: number;
  returned: number;
  spent: number;
  expired: number;
  balance: number;
  now: Date;
}

/** Twelve months of Asia/Shanghai with the present one last; a month without entries stands there too. */
const MONTHS_SQL = `
  with months as (
    select start, start + interval '1 month' as finish
    from generate_series(date_trunc('month', now() at time zone 'Asia/Shanghai') - interval '11 months',
      date_trunc('month', now() at time zone 'Asia/Shanghai'), interval '1 month') as start
  ), entries as (
    select e.points, e.at at time zone 'Asia/Shanghai' as at, e.seq, e.balance_after_points, t.kind
    from points_accounts a join points_entries e on e.account_id = a.id join points_transactions t on t.id = e.transaction_id
    where a.member_id = $1
  )
  select to_char(m.start, 'YYYY-MM') as month, now() as now,
    coalesce(sum(e.points) filter (where e.kind = 'earn'), 0)::bigint as earned,
    coalesce(sum(e.points) filter (where e.kind = 'giveBack' or (e.kind = 'move' and e.points > 0)), 0)::bigint as returned,
    coalesce(-sum(e.points) filter (where e.kind = 'spend' or (e.kind = 'move' and e.points < 0)), 0)::bigint as spent,
    coalesce(-sum(e.points) filter (where e.kind = 'expire'), 0)::bigint as expired,
    coalesce((select l.balance_after_points from entries l where l.at < m.finish order by l.seq desc limit 1), 0)::bigint as balance
  from months m left join entries e on e.at >= m.start and e.at < m.finish
  group by m.start, m.finish order by m.start`;

/** A year at a glance; what has run out is written down first, so that the last month ends with the balance. */
export async function readMonths(club: Club, memberId: string): Promise<z.infer<typeof pointsMonths>> {
  await settleExpired(club, memberId);
  const { rows } = await club.pool.query<MonthRow>(MONTHS_SQL, [memberId]);
  return {
    months: rows.map(({ month, earned, returned, spent, expired, balance }) => ({
      month,
      earned,
      returned,
      spent,
      expired,
      balanceAfter: balance,
    })),
    asOf: toInstant(rows[0]?.now ?? new Date()),
  };
}
