/**
 * A year of statements, closed at each month's end. The lines and the statement they stand in are written by one statement, as at a real closing: what is
 * in a closed one is never added to. This month's lines stay open; a month without a use belongs to the next statement.
 */
export const WRITE_RUNS = `
  insert into settlement_runs (id, cause, only_due, started_at, finished_at, request_scope, request_id, input_hash)
  select md5('size run ' || ended.at)::uuid::text, 'schedule', true, ended.at, ended.at + interval '10 minutes', 'seed', 'size run ' || ended.at, sha256('')
  from (
    select distinct date_trunc('month', r.at at time zone 'Asia/Shanghai') + interval '1 month' as local from redemptions r where r.merchant_id like 'mch_size_%'
  ) months cross join lateral (select months.local at time zone 'Asia/Shanghai' as at) ended
  where ended.at <= $1`;

/** $1 the moment loading began · $2 and $3 the first merchant and the one after the last */
export const WRITE_LINES = `
  with owed as materialized (
    select r.id as redemption_id, 'redemption' as kind, r.merchant_id, r.store_id, r.branch_id, r.service_id, r.settlement_fen as fen, r.at
    from redemptions r where r.merchant_id >= $2 and r.merchant_id < $3
    union all
    select r.id, 'reversal', r.merchant_id, r.store_id, r.branch_id, r.service_id, -r.settlement_fen, r.reversed_at
    from redemptions r where r.merchant_id >= $2 and r.merchant_id < $3 and r.reversed_at is not null
  ), dated as materialized (
    select o.*, (date_trunc('month', o.at at time zone 'Asia/Shanghai') + interval '1 month') at time zone 'Asia/Shanghai' as through from owed o
  ), written as (
    insert into settlement_lines (id, redemption_id, kind, merchant_id, store_id, branch_id, service_id, amount_fen, at, batch_id)
    select md5(d.redemption_id || d.kind)::uuid::text, d.redemption_id, d.kind, d.merchant_id, d.store_id, d.branch_id, d.service_id, d.fen, d.at,
      case when d.through <= $1 then md5(d.merchant_id || d.through)::uuid::text end
    from dated d
    returning batch_id, kind, amount_fen
  ), summed as (
    select batch_id, sum(amount_fen)::bigint as fen, count(*) as lines, count(*) filter (where kind = 'redemption') as uses from written
    where batch_id is not null group by batch_id
  ), closed as (
    select merchant_id, branch_id, through, md5(merchant_id || through)::uuid::text as id,
      row_number() over (partition by merchant_id order by through) as number,
      lag(through, 1, through - interval '1 month') over (partition by merchant_id order by through) as began, abs(hashtext(merchant_id || through)::bigint) as reference,
      case when through < $1::timestamptz - interval '60 days' then 'paid' when through < $1::timestamptz - interval '25 days' then 'confirmed' else 'closed' end as state
    from (select distinct merchant_id, branch_id, through from dated where through <= $1) months
  )
  insert into settlement_batches (id, merchant_id, branch_id, run_id, number, through, period_from, period_to, total_fen, line_count, redemption_count,
    state, closed_at, confirmed_at, confirmed_by, invoice_no, invoiced_at, paid_at, paid_by, payment_ref)
  select c.id, c.merchant_id, c.branch_id, md5('size run ' || c.through)::uuid::text, c.number, c.through,
    (c.began at time zone 'Asia/Shanghai')::date, ((c.through - interval '1 day') at time zone 'Asia/Shanghai')::date,
    s.fen, s.lines, s.uses, c.state, c.through + interval '5 minutes',
    case when c.state <> 'closed' then c.through + interval '2 days' end, case when c.state <> 'closed' then owner.id end,
    case when c.state <> 'closed' then '2637' || lpad(c.reference::text, 16, '0') end, case when c.state <> 'closed' then c.through + interval '2 days' end,
    case when c.state = 'paid' then c.through + interval '5 days' end, case when c.state = 'paid' then (select min(id) from operators) end,
    case when c.state = 'paid' then 'PAY-' || c.reference end
  from closed c join summed s on s.batch_id = c.id join clerks owner on owner.merchant_id = c.merchant_id and owner.role = 'owner'`;

export const WRITE_RUN_MERCHANTS = `
  insert into settlement_run_merchants (run_id, merchant_id, handled_at, batch_id)
  select b.run_id, b.merchant_id, b.closed_at, b.id from settlement_batches b where b.merchant_id like 'mch_size_%'`;

/** What the owner and the operator did with them, as their phones would have asked for it. */
export const WRITE_ACTIONS = `
  insert into settlement_actions (id, batch_id, kind, actor_id, at, request_scope, request_id, input_hash)
  select md5(b.id || a.kind)::uuid::text, b.id, a.kind, a.actor, a.at, 'seed', b.id || ':' || a.kind, sha256('')
  from settlement_batches b cross join lateral (values ('confirmed', b.confirmed_by, b.confirmed_at), ('paid', b.paid_by, b.paid_at)) as a(kind, actor, at)
  where b.merchant_id like 'mch_size_%' and a.at is not null`;
