import { FREE_PLACE, LIMIT_DAY, LIMIT_HOLDER, USES_PER_DAY } from './day-places';
import { PRESENTATION_COUNTS } from './presented-code';

/**
 * What must hold at the very moment a use is taken, by the database's clock. PostgreSQL looks again at the row after waiting for another confirmation, so
 * of any number of attempts at once one finds it true. With `expectedUsesLeft` the clerk has confirmed another use within ten minutes on purpose.
 */
export const redemptionGuard = `
    v.state = 'active' and v.uses_left > 0 and v.valid_from <= now() and v.valid_until > now()
    and case when $5::int is not null then v.uses_left = $5
      else ($6::int is null or v.version = $6)
        and (v.last_redeemed_at is null or v.last_redeemed_at <= now() - interval '10 minutes') end`;

/** A day's uses of a service are so many, where the voucher says so. Which of them this one is stands under a unique key, for two at the same moment. */
export const dayLimitGuard = `
    and (${USES_PER_DAY} is null or ${FREE_PLACE} is not null)`;

/** The scan is still fresh, or the code that was given directly counts: a valid presentation, or a code that may be typed. */
const presentedNow = `
    ($7::timestamptz is null or $7 > now())
    and ($8::text is null or not $9::boolean or exists (select 1 from presentations p where p.id = $8 and ${PRESENTATION_COUNTS}))
    and ($8::text is not null or sv.typed_code_allowed)`;

const discount = `least($10::bigint * v.discount_percent / 100, v.amount_cap_fen, v.amount_left_fen)`;

/**
 * A sale amount comes with a voucher by amount and with no other, and something must come off it. Null arithmetic makes the comparison unknown, which
 * counts as no, for a voucher by amount without a sale.
 */
const amountFits = `
    (v.discount_percent is null) = ($10::bigint is null) and (v.discount_percent is null or ${discount} > 0)`;

/**
 * The whole confirmation in one statement: the conditional update of the voucher, and only if it happened the redemption with its request id, the line the
 * merchant is paid by, the event and the message the member is told with, and the mark on the presentation. All or nothing, without a transaction around it.
 *
 * $1 voucher · $2 clerk · $3 merchant · $4 store · $5 expected uses left · $6 version looked at · $7 scan lives until · $8 presentation ·
 * $9 check the presentation · $10 sale amount · $11 request id · $12 input hash · $13 redemption id · $14 line id · $15 event id
 */
const text = `
with counter as materialized (
  select c.id as clerk_id, c.name_sealed as clerk_name_sealed, c.role, s.id as store_id, s.name as store_name, s.branch_id, s.merchant_id
  from clerks c join stores s on s.merchant_id = c.merchant_id and s.id = $4 and s.suspended_at is null
  join merchants mer on mer.id = c.merchant_id and mer.state = 'active'
  where c.id = $2 and c.merchant_id = $3 and c.active
    and (c.role = 'owner' or exists (select 1 from clerk_stores cs where cs.clerk_id = c.id and cs.store_id = s.id))
    and not exists (select 1 from redemptions known where known.clerk_id = c.id and known.request_id = $11)
), used as (
  update vouchers v set
    uses_left = v.uses_left - 1,
    last_use_no = v.open_use_nos[1],
    open_use_nos = v.open_use_nos[2:],
    last_redeemed_at = now(),
    last_discount_fen = case when v.discount_percent is not null then ${discount} end,
    amount_left_fen = case when v.discount_percent is not null then v.amount_left_fen - ${discount} end,
    version = v.version + 1
  from counter, store_services ss, merchant_services ms, services sv
  where v.id = $1
    and ss.store_id = counter.store_id and ss.service_id = v.service_id
    and ms.merchant_id = counter.merchant_id and ms.service_id = v.service_id and sv.id = v.service_id
    and ${redemptionGuard}${dayLimitGuard}
    and ${presentedNow}
    and ${amountFits}
  returning v.id, v.member_id, v.service_id, v.title, v.last_use_no, v.uses_left, v.amount_left_fen, v.last_discount_fen, v.version,
    sv.kind, ms.settlement_rule, ms.settlement_price_fen, ${FREE_PLACE} as limit_no, ${LIMIT_HOLDER} as limit_holder
), redemption as (
  insert into redemptions (id, voucher_id, use_no, uses_left_after, member_id, service_id, merchant_id, store_id, branch_id, clerk_id, presentation_id,
    sale_amount_fen, discount_fen, customer_pays_fen, settlement_fen, request_id, input_hash,
    limit_no, limit_holder, limit_day)
  select $13, u.id, u.last_use_no, u.uses_left, u.member_id, u.service_id, counter.merchant_id, counter.store_id, counter.branch_id, counter.clerk_id, $8,
    $10, u.last_discount_fen, $10 - u.last_discount_fen,
    case u.settlement_rule when 'price' then u.settlement_price_fen else coalesce(u.last_discount_fen, 0) end, $11, $12,
    u.limit_no, case when u.limit_no is not null then u.limit_holder end, case when u.limit_no is not null then ${LIMIT_DAY} end
  from used u, counter
  returning *
), line as (
  insert into settlement_lines (id, redemption_id, kind, merchant_id, store_id, branch_id, service_id, amount_fen)
  select $14, r.id, 'redemption', r.merchant_id, r.store_id, r.branch_id, r.service_id, r.settlement_fen from redemption r
), event as (
  insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen, cause_id)
  select $15, u.id, 'redeemed', u.version, u.uses_left, u.amount_left_fen, r.id from used u, redemption r
), told as (
  insert into outbox (id, kind, subject_id) select $15, 'voucherUsed', r.id from redemption r
), shown as (
  update presentations p set used_at = now() from used u where p.id = $8 and p.voucher_id = u.id and p.used_at is null
)
select r.id, r.voucher_id, r.use_no, r.uses_left_after, u.kind, u.title, r.store_id, counter.store_name, counter.clerk_id, counter.clerk_name_sealed,
  counter.role = 'owner' as is_owner, m.id as member_id, m.name_sealed as member_name_sealed, r.at, r.sale_amount_fen, r.discount_fen,
  r.customer_pays_fen, r.settlement_fen
from redemption r, used u, counter, members m where m.id = u.member_id`;

/** An object rather than a string, so that a test can take the guard out and show that the races then go wrong. */
export const redemptionStatement = { name: 'club-redeem', text };
