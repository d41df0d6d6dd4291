/**
 * Undoing in one statement, run while the voucher's row is locked: the redemption is marked once, its use goes back under its own number with what it
 * took off an amount, an expired voucher lives seven days more, and the merchant's line is met by its negative.
 *
 * $1 redemption · $2 reversal id · $3 clerk · $4 reason · $5 scope · $6 request id · $7 input hash · $8 line id · $9 event id ·
 * $10 cause · $11 operator
 */
export const reversalStatement = {
  name: 'club-reverse',
  text: `
with undone as (
  update redemptions r set reversed_at = now() where r.id = $1 and r.reversed_at is null returning r.*
), restored as (
  update vouchers v set
    uses_left = v.uses_left + 1,
    open_use_nos = array(select n from unnest(v.open_use_nos || u.use_no) n order by n),
    amount_left_fen = v.amount_left_fen + coalesce(u.discount_fen, 0),
    last_redeemed_at = (select max(o.at) from redemptions o where o.voucher_id = v.id and o.reversed_at is null and o.id <> u.id),
    valid_until = case when v.valid_until <= now() then now() + interval '7 days' else v.valid_until end,
    version = v.version + 1
  from undone u where v.id = u.voucher_id
  returning v.id, v.version, v.uses_left, v.amount_left_fen, v.valid_until
), reversal as (
  insert into redemption_reversals (id, redemption_id, cause, clerk_id, operator_id, reason_sealed, uses_left_after, valid_until_after, request_scope, request_id, input_hash)
  select $2, u.id, $10, $3, $11, $4, v.uses_left, v.valid_until, $5, $6, $7 from undone u, restored v
), line as (
  insert into settlement_lines (id, redemption_id, kind, merchant_id, store_id, branch_id, service_id, amount_fen)
  select $8, u.id, 'reversal', u.merchant_id, u.store_id, u.branch_id, u.service_id, -u.settlement_fen from undone u
), told as (
  insert into outbox (id, kind, subject_id) select $9, 'voucherRestored', u.id from undone u
), event as (
  insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen, cause_id)
  select $9, v.id, 'reversed', v.version, v.uses_left, v.amount_left_fen, u.id from restored v, undone u
)
select id from undone`,
};
