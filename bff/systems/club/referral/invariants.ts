import type { Invariant } from '../invariant';

/** The promises about who came by whose link. */
export const referralInvariants: readonly Invariant[] = [
  {
    code: 'I5',
    promise: 'a friend who was thanked for earned once, what stands there, and nobody else did',
    sql: `select coalesce(r.id, t.request_id) as id, r.state from referrals r
      full join (select id, request_id from points_transactions where request_scope = 'rule:referral') t on t.request_id = r.id
      left join points_entries e on e.transaction_id = t.id and e.points > 0
      where (r.state is not distinct from 'paid') <> (t.id is not null) or e.points is distinct from r.points`,
  },
  {
    code: 'I5',
    promise: 'the places of the years are the friends that were thanked for, person by person',
    sql: `with recursive line as (
        select id, id as start, merged_into from members where id in (select inviter_id from referrals union select member_id from referral_years)
        union all select m.id, line.start, m.merged_into from members m join line on m.id = line.merged_into
      ), person as (select start, id from line where merged_into is null),
      friends as (select p.id, extract(year from r.settled_at at time zone 'Asia/Shanghai') as year, count(*) as paid
        from referrals r join person p on p.start = r.inviter_id where r.state = 'paid' group by 1, 2),
      places as (select p.id, y.year, sum(y.paid) as paid from referral_years y join person p on p.start = y.member_id where y.paid > 0 group by 1, 2)
      select coalesce(f.id, pl.id) as id, coalesce(f.year, pl.year) as year, f.paid as friends, pl.paid as places from friends f
      full join places pl on pl.id = f.id and pl.year = f.year where f.paid is distinct from pl.paid`,
  },
];
