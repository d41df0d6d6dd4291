/**
 * What follows from a voucher and its fate is written by the database itself: the voucher as it is now, its events in order, its uses with the messages
 * about them. Ids are drawn from the voucher's own, so the same seed gives the same rows.
 */
export const TEMPORARY_TABLES = `
  create temporary table size_counters on commit preserve rows as
    select ss.service_id, row_number() over (partition by ss.service_id order by ss.store_id, cs.clerk_id) - 1 as place,
      ss.store_id, ss.merchant_id, s.branch_id, cs.clerk_id, ms.settlement_price_fen as price_fen
    from store_services ss join stores s on s.id = ss.store_id join clerk_stores cs on cs.store_id = ss.store_id
    join merchant_services ms on ms.merchant_id = ss.merchant_id and ms.service_id = ss.service_id
    where ss.merchant_id like 'mch_size_%';
  create index on size_counters (service_id, place);
  create temporary table size_vouchers (
    id text, member_id text, branch_id text, service_id text, order_id text, basis text, code_sealed bytea, code_index bytea, uses_total smallint,
    amount_fen bigint, each_fen bigint, vehicle_id text, plate_sealed bytea, issued_at timestamptz, valid_until timestamptz, uses smallint,
    undone smallint, last_at timestamptz, lapsed boolean) on commit delete rows;
  create temporary table size_uses (
    id text, voucher_id text, ord int, undone boolean, use_no smallint, uses_left smallint, amount_left_fen bigint, version int, at timestamptz) on commit delete rows`;

export const WRITE_VOUCHERS = `
  insert into vouchers (id, member_id, branch_id, service_id, order_id, title, basis, fulfilment, terms, code_sealed, code_index, uses_total, uses_left,
    open_use_nos, last_use_no, last_redeemed_at, discount_text, discount_percent, amount_cap_fen, amount_total_fen, amount_left_fen, last_discount_fen,
    vehicle_id, plate_sealed, valid_from, valid_until, version, issued_at)
  select t.id, t.member_id, t.branch_id, t.service_id, t.order_id, case when t.uses_total > 1 then s.title || ' ' || t.uses_total || ' 次' else s.title end,
    t.basis, s.fulfilment, s.terms, t.code_sealed, t.code_index, t.uses_total, t.uses_total - t.uses,
    array(select n::smallint from generate_series(t.uses + 1, t.uses_total) n), nullif(t.uses, 0), t.last_at, s.discount_text, s.discount_percent,
    s.amount_cap_fen, t.amount_fen, t.amount_fen - t.uses * t.each_fen, case when t.uses > 0 then t.each_fen end,
    t.vehicle_id, t.plate_sealed, t.issued_at, t.valid_until, 1 + t.uses + 2 * t.undone + t.lapsed::int, t.issued_at
  from size_vouchers t join services s on s.id = t.service_id`;

/** Use number one was taken and undone first, where one was; then each use in its turn, a day after the other. */
export const GATHER_USES = `
  insert into size_uses
  select md5(t.id || ':use:' || n)::uuid::text, t.id, n, n <= t.undone, greatest(1, n - t.undone), t.uses_total - greatest(1, n - t.undone),
    t.amount_fen - greatest(1, n - t.undone) * t.each_fen, case when n <= t.undone then 2 else 1 + t.undone + n end,
    t.last_at - make_interval(days => t.uses + t.undone - n)
  from size_vouchers t cross join lateral generate_series(1, t.uses + t.undone) n where t.uses > 0`;

/** Without statistics the joins of the next statements would be planned for a handful of rows. */
export const LOOK_AT_PART = 'analyze size_vouchers, size_uses';

export const WRITE_USES = `
  insert into redemptions (id, voucher_id, use_no, uses_left_after, member_id, service_id, merchant_id, store_id, branch_id, clerk_id,
    sale_amount_fen, discount_fen, customer_pays_fen, settlement_fen, at, reversed_at, request_id, input_hash)
  select u.id, t.id, u.use_no, u.uses_left, t.member_id, t.service_id, c.merchant_id, c.store_id, c.branch_id, c.clerk_id,
    t.each_fen * 100 / s.discount_percent, t.each_fen, t.each_fen * 100 / s.discount_percent - t.each_fen, coalesce(c.price_fen, t.each_fen), u.at,
    case when u.undone then u.at + interval '10 minutes' end, u.id, sha256(u.id::bytea)
  from size_uses u join size_vouchers t on t.id = u.voucher_id join services s on s.id = t.service_id
  join (select service_id, count(*) as places from size_counters group by service_id) p on p.service_id = t.service_id
  join size_counters c on c.service_id = t.service_id and c.place = abs(hashtext(t.id)::bigint) % p.places`;

export const WRITE_EVENTS = `
  insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen, cause_id, at)
  select md5(t.id || ':issued')::uuid::text, t.id, 'issued', 1, t.uses_total, t.amount_fen, t.order_id, t.issued_at from size_vouchers t
  union all
  select md5(u.id || ':redeemed')::uuid::text, u.voucher_id, 'redeemed', u.version, u.uses_left, u.amount_left_fen, u.id, u.at from size_uses u
  union all
  select md5(u.id || ':reversed')::uuid::text, u.voucher_id, 'reversed', u.version + 1, t.uses_total, t.amount_fen, u.id, u.at + interval '10 minutes'
  from size_uses u join size_vouchers t on t.id = u.voucher_id where u.undone
  union all
  select md5(t.id || ':expired')::uuid::text, t.id, 'expired', 2 + t.uses + 2 * t.undone, t.uses_total - t.uses, t.amount_fen - t.uses * t.each_fen, null,
    t.valid_until from size_vouchers t where t.lapsed`;

export const WRITE_MESSAGES = `
  insert into outbox (id, kind, subject_id, at, due_at, attempts, done_at)
  select md5(u.id || ':told')::uuid::text, 'voucherUsed', u.id, u.at, u.at, 1, u.at + interval '2 seconds' from size_uses u
  union all
  select md5(u.id || ':undone')::uuid::text, 'voucherRestored', u.id, m.at, m.at, 1, m.at + interval '2 seconds'
  from size_uses u cross join lateral (select u.at + interval '10 minutes' as at) m where u.undone`;

export const UNDONE_USES = `
  select u.id, md5(u.id || ':reversal')::uuid::text as reversal_id, r.clerk_id, t.uses_total, t.valid_until, u.at + interval '10 minutes' as at
  from size_uses u join size_vouchers t on t.id = u.voucher_id join redemptions r on r.id = u.id where u.undone`;
