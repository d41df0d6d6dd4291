/**
 * Conditional statements of an exchange, each true or false at the moment it runs. Objects rather than strings, so that a test can take a condition out
 * and show that the races then go wrong.
 */

/** $1 item · $2 quantity · $3 price that was charged. The stock is taken at that price or not at all. */
export const stockGuard = `i.stock >= $2 and i.state = 'onSale' and i.price_points = $3`;
export const stockStatement = {
  name: 'club-mall-stock',
  text: `update mall_items i set stock = i.stock - $2::int where i.id = $1 and $3::int is not null and ${stockGuard} returning i.id`,
};

/** $1 item · $2 member · $3 quantity. One row a member and item counts what was taken; two exchanges at once queue up for it. */
export const limitGuard = `al.taken + $3 <= coalesce((select limit_per_member from mall_items where id = $1), 2147483647)`;
export const limitStatement = {
  name: 'club-mall-limit',
  text: `insert into mall_allowances as al (item_id, member_id, taken)
    select i.id, $2, $3::int from mall_items i where i.id = $1 and (i.limit_per_member is null or $3 <= i.limit_per_member)
    on conflict (item_id, member_id) do update set taken = al.taken + $3::int where ${limitGuard} returning al.taken`,
};

/**
 * The order's vouchers with their events. $1 order · $2 item · $3 member · $4 voucher ids · $5 codes · $6 code indexes · $7 event ids. They last until
 * midnight after the last day.
 */
export const vouchersStatement = {
  name: 'club-mall-vouchers',
  text: `
with made as (
  insert into vouchers (id, member_id, branch_id, service_id, order_id, title, basis, fulfilment, terms, code_sealed, code_index,
    uses_total, uses_left, open_use_nos, discount_text, discount_percent, amount_cap_fen, amount_total_fen, amount_left_fen, valid_from, valid_until)
  select given.id, $3, i.branch_id, sv.id, $1, sv.title || case when i.uses_each > 1 then ' ' || i.uses_each || ' 次' else '' end, 'points', sv.fulfilment,
    sv.terms, given.code_sealed, given.code_index, i.uses_each, i.uses_each, array(select n::smallint from generate_series(1, i.uses_each) n),
    sv.discount_text, sv.discount_percent, sv.amount_cap_fen, i.amount_total_fen, i.amount_total_fen, now(),
    ((now() at time zone 'Asia/Shanghai')::date + i.validity_days + 1)::timestamp at time zone 'Asia/Shanghai'
  from mall_items i join services sv on sv.id = i.service_id
  join unnest($4::text[], $5::bytea[], $6::bytea[]) as given (id, code_sealed, code_index) on true
  where i.id = $2
  returning id, version, uses_left, amount_left_fen
)
insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen, cause_id)
select e.event_id, m.id, 'issued', m.version, m.uses_left, m.amount_left_fen, $1
from made m join unnest($4::text[], $7::text[]) as e (voucher_id, event_id) on e.voucher_id = m.id`,
};
