/** The house's balances run on from part to part, so its accounts are held from here to the part's end. */
export const LOCK_HOUSES = `select 1 from points_accounts where kind <> 'member' order by id for update`;

/** Both sides of each movement: the member's, with the balance it left, and the house's, whose balance runs on from where it stands. */
export const movesStatement = (source: string): string => `
  with moves as materialized (select * from ${source}),
  posted as (
    insert into points_transactions (id, kind, reason, request_scope, request_id, input_hash, at, rule_code, rule_version)
    select id, kind, reason, request_scope, request_id, sha256(id::bytea), at, rule_code, case when rule_code is not null then 1 end from moves
  ), sides as (
    select ord, 1 as side, id, account_id, points, balance::bigint as balance, at from moves
    union all
    select m.ord, 2, m.id, m.house, -m.points, a.balance_points - sum(m.points) over (partition by m.house order by m.ord), m.at
    from moves m join points_accounts a on a.id = m.house
  ), houses as (
    update points_accounts a set balance_points = a.balance_points - h.points from (select house, sum(points)::bigint as points from moves group by house) h
    where a.id = h.house
  )
  insert into points_entries (transaction_id, account_id, points, balance_after_points, at)
  select id, account_id, points, balance, at from sides order by ord, side`;
