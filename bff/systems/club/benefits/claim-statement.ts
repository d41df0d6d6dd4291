/**
 * Claiming in one statement: the gift turns from offered to claimed only if it is this member's, still offered and not past its last day, by the
 * database's clock; order, claim and vouchers exist only if it did. $1 gift · $2 member · $3 order id · $4 request scope · $5 request id ·
 * $6 input hash · $7 voucher ids · $8 content positions · $9 codes · $10 code indexes · $11 plates · $12 event ids.
 */
export const claimGuard = `g.state = 'offered' and g.expires_at > now()`;

export const claimStatement = {
  name: 'club-claim-gift',
  text: `
with claimed as (
  update gifts g set state = 'claimed', claimed_at = now()
  where g.id = $1 and g.member_id = $2 and ${claimGuard}
  returning g.id, g.package_id, g.member_id, g.branch_id, g.vehicle_id
), ordered as (
  insert into orders (id, member_id, kind, title, request_scope, request_id, input_hash)
  select $3, c.member_id, 'gift', p.title, $4, $5, $6 from claimed c join gift_packages p on p.id = c.package_id
  returning id
), receipt as (
  insert into gift_claims (gift_id, order_id) select c.id, o.id from claimed c, ordered o
), made as (
  insert into vouchers (id, member_id, branch_id, service_id, order_id, title, basis, fulfilment, terms, code_sealed, code_index,
    uses_total, uses_left, open_use_nos, discount_text, discount_percent, amount_cap_fen, amount_total_fen, amount_left_fen,
    vehicle_id, plate_sealed, valid_from, valid_until)
  select given.id, c.member_id, c.branch_id, sv.id, o.id, sv.title || case when gc.uses_each > 1 then ' ' || gc.uses_each || ' 次' else '' end, p.basis, sv.fulfilment, sv.terms, given.code_sealed, given.code_index,
    gc.uses_each, gc.uses_each, array(select n::smallint from generate_series(1, gc.uses_each) n), sv.discount_text, sv.discount_percent,
    sv.amount_cap_fen, gc.amount_total_fen, gc.amount_total_fen,
    case when sv.vehicle_bound then c.vehicle_id end, given.plate_sealed, now(),
    ((now() at time zone 'Asia/Shanghai')::date + gc.validity_days + 1)::timestamp at time zone 'Asia/Shanghai'
  from claimed c
  join ordered o on true
  join gift_packages p on p.id = c.package_id
  join unnest($7::text[], $8::int[], $9::bytea[], $10::bytea[], $11::bytea[]) as given (id, position, code_sealed, code_index, plate_sealed) on true
  join gift_contents gc on gc.package_id = c.package_id and gc.position = given.position
  join services sv on sv.id = gc.service_id
  returning id, version, uses_left, amount_left_fen, order_id
), logged as (
  insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen, cause_id)
  select e.event_id, m.id, 'issued', m.version, m.uses_left, m.amount_left_fen, m.order_id
  from made m join unnest($7::text[], $12::text[]) as e (voucher_id, event_id) on e.voucher_id = m.id
)
select id as order_id from ordered`,
};
