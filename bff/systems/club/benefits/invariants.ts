import type { Invariant } from '../invariant';

const SETTLED = `
  select item_id, sum(quantity) as sold from mall_orders mo
  where not exists (select 1 from mall_cancellations mc where mc.order_id = mo.order_id) group by item_id`;

const ledger: readonly Invariant[] = [
  {
    code: 'I1',
    promise: 'a transaction has two sides and one member at the most, unless points move between two',
    sql: `select t.id, t.kind from points_transactions t join points_entries e on e.transaction_id = t.id join points_accounts a on a.id = e.account_id
      group by t.id having count(*) <> 2 or count(*) filter (where a.kind = 'member') <> case when t.kind = 'move' then 2 else 1 end`,
  },
  {
    code: 'I1',
    promise:
      'what is earned comes from what was issued, what is spent or given back goes through spending, what runs out through expiry',
    sql: `select t.id, t.kind, a.kind as account from points_transactions t join points_entries e on e.transaction_id = t.id
      join points_accounts a on a.id = e.account_id and a.kind <> 'member'
      where (t.kind, a.kind, sign(e.points)) not in (('earn', 'issued', -1), ('spend', 'spent', 1), ('giveBack', 'spent', -1), ('expire', 'expired', 1))`,
  },
  {
    code: 'I3',
    promise: 'a spending or an expiry is covered by its allocations, to the point',
    sql: `select t.id from points_transactions t join points_entries e on e.transaction_id = t.id and e.points < 0
      join points_accounts a on a.id = e.account_id and a.kind = 'member'
      left join (select transaction_id, sum(points) as points from points_allocations group by transaction_id) al on al.transaction_id = t.id
      where coalesce(al.points, 0) <> -e.points`,
  },
  {
    code: 'I3',
    promise: 'what came in stands in lots, to the point',
    sql: `select t.id from points_transactions t join points_entries e on e.transaction_id = t.id and e.points > 0
      join points_accounts a on a.id = e.account_id and a.kind = 'member'
      left join (select transaction_id, sum(points) as points from points_lots group by transaction_id) l on l.transaction_id = t.id
      where coalesce(l.points, 0) <> e.points`,
  },
  {
    code: 'I3',
    promise: 'points given back live for at least thirty days from then',
    sql: `select l.id from points_lots l join points_transactions t on t.id = l.transaction_id and t.kind = 'giveBack'
      where l.expires_at < t.at + interval '30 days'`,
  },
];

const mall: readonly Invariant[] = [
  {
    code: 'I4',
    promise: 'what is left of an item and what was sold make what was put in',
    sql: `select i.id, i.stocked, i.stock, s.sold from mall_items i left join (${SETTLED}) s on s.item_id = i.id
      where i.stock + coalesce(s.sold, 0) <> i.stocked or i.stock < 0`,
  },
  {
    code: 'I4',
    promise: 'what members took of an item is what was sold of it',
    sql: `select i.id, s.sold, al.taken from mall_items i left join (${SETTLED}) s on s.item_id = i.id
      left join (select item_id, sum(taken) as taken from mall_allowances group by item_id) al on al.item_id = i.id
      where coalesce(s.sold, 0) <> coalesce(al.taken, 0)`,
  },
  {
    code: 'I5',
    promise: 'an exchange took its price once and gave its vouchers once',
    sql: `select o.id from orders o left join mall_orders mo on mo.order_id = o.id left join points_entries e on e.transaction_id = mo.points_transaction_id and e.points < 0
      where o.kind = 'exchange' and (mo.order_id is null or e.points is distinct from -(mo.quantity * mo.price_points)
        or (select count(*) from vouchers v where v.order_id = o.id) <> mo.quantity)`,
  },
  {
    code: 'I5',
    promise: 'a cancelled exchange gave back what it took, and none of its vouchers can be used',
    sql: `select mc.order_id from mall_cancellations mc join mall_orders mo on mo.order_id = mc.order_id
      left join points_entries e on e.transaction_id = mc.points_transaction_id and e.points > 0
      where e.points is distinct from mo.quantity * mo.price_points
        or exists (select 1 from vouchers v where v.order_id = mc.order_id and (v.state <> 'revoked' or v.uses_left <> v.uses_total))`,
  },
];

const transfers: readonly Invariant[] = [
  {
    code: 'I2',
    promise:
      'a voucher is never in two hands: what was given away was whole, ended, and became exactly one other',
    sql: `select v.id from vouchers v left join vouchers n on n.origin_voucher_id = v.id
      group by v.id having (v.state = 'transferred') <> (count(n.*) = 1) or count(n.*) > 1
        or (v.state = 'transferred' and (v.uses_left <> v.uses_total or min(n.uses_total) <> v.uses_total
          or min(n.amount_total_fen) is distinct from v.amount_total_fen))`,
  },
  {
    code: 'I2',
    promise:
      'an accepted transfer names the voucher it ended and the one it began, and a voucher from somebody has its transfer',
    sql: `select t.id from transfers t left join vouchers n on n.id = t.new_voucher_id left join vouchers v on v.id = t.voucher_id
      where t.state = 'accepted' and (n.origin_voucher_id is distinct from t.voucher_id or v.state <> 'transferred')
      union all select n.id from vouchers n where n.origin_voucher_id is not null
        and not exists (select 1 from transfers t where t.new_voucher_id = n.id and t.state = 'accepted')`,
  },
  {
    code: 'I5',
    promise: 'a use earned its rating’s points once at the most, and a day its sign-in’s',
    sql: `select r.id from redemption_ratings r left join points_transactions t on t.request_scope = 'rule:survey' and t.request_id = r.redemption_id
      group by r.id having count(t.*) > 1
      union all select s.member_id from sign_ins s join points_transactions t on t.request_scope = 'rule:signIn' and t.request_id = s.member_id || ':' || s.day
      group by s.member_id, s.day having count(t.*) > 1`,
  },
];

/** The promises about points, the mall and vouchers that change hands. */
export const benefitInvariants: readonly Invariant[] = [...ledger, ...mall, ...transfers];
