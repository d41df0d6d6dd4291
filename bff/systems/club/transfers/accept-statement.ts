import { VOUCHER_GIVEABLE } from '../benefits/voucher-states';

/** What must hold when it changes hands: the offer stands, and the voucher is as whole as it was offered. */
export const acceptGuard = `t.state = 'offered' and t.expires_at > now() and ${VOUCHER_GIVEABLE}`;

/**
 * The whole acceptance in one statement, run while the voucher's row is locked: the old voucher ends with its code and presentations, the receiver's
 * begins with a new code, both with their events, and the offer says who took it. Nobody accepts an own offer.
 *
 * $1 token hash · $2 receiver · $3 new voucher · $4 its code · $5 its code's index · $6, $7 event ids · $8 scope · $9 request id · $10 input hash
 */
const text = `
with given as (
  update vouchers v set state = 'transferred', version = v.version + 1, presentation_seq = v.presentation_seq + 2
  from transfers t, services sv
  where t.token_hash = $1 and v.id = t.voucher_id and sv.id = v.service_id and t.giver_id <> $2 and ${acceptGuard}
  returning v.*, t.id as transfer_id
), made as (
  insert into vouchers (id, member_id, branch_id, service_id, origin_voucher_id, title, basis, fulfilment, terms, code_sealed, code_index,
    uses_total, uses_left, open_use_nos, discount_text, discount_percent, amount_cap_fen, amount_total_fen, amount_left_fen, valid_from, valid_until)
  select $3, $2, g.branch_id, g.service_id, g.id, g.title, g.basis, g.fulfilment, g.terms, $4, $5,
    g.uses_total, g.uses_total, array(select n::smallint from generate_series(1, g.uses_total) n), g.discount_text, g.discount_percent,
    g.amount_cap_fen, g.amount_total_fen, g.amount_total_fen, g.valid_from, g.valid_until
  from given g
  returning id, version, uses_left, amount_left_fen
), logged as (
  insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen, cause_id)
  select $6, g.id, 'transferred', g.version, g.uses_left, g.amount_left_fen, g.transfer_id from given g
  union all
  select $7, m.id, 'issued', m.version, m.uses_left, m.amount_left_fen, g.transfer_id from made m, given g
)
update transfers t set state = 'accepted', accepted_at = now(), receiver_id = $2, new_voucher_id = $3, accept_scope = $8, accept_request_id = $9,
  accept_input_hash = $10
from given g, made where t.id = g.transfer_id
returning t.id`;

/** An object rather than a string, so that a test can take the guard out and show that the races then go wrong. */
export const acceptStatement = { name: 'club-accept-transfer', text };
