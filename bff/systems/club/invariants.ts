import type { Pool } from 'pg';
import type { Invariant } from './invariant';
import { benefitInvariants } from './benefits/invariants';
import { referralInvariants } from './referral/invariants';

const STANDING_USES = `
  select voucher_id, count(*) as uses, array_agg(use_no order by use_no) as use_nos, coalesce(sum(discount_fen), 0) as discount_fen
  from redemptions where reversed_at is null group by voucher_id`;

const points: Invariant[] = [
  {
    code: 'I1',
    promise: 'debits equal credits in each points transaction',
    sql: `select t.id, sum(e.points) as difference, count(e.*) as entries from points_transactions t
      left join points_entries e on e.transaction_id = t.id group by t.id having coalesce(sum(e.points), 0) <> 0 or count(e.*) < 2`,
  },
  {
    code: 'I1',
    promise: 'debits equal credits over all accounts',
    sql: 'select sum(points) as difference from points_entries having sum(points) <> 0',
  },
  {
    code: 'I3',
    promise:
      'an account’s balance is the sum of its entries and the last one’s balance, and a member’s is never negative',
    sql: `select a.id, a.balance_points, sum(e.points) as entries from points_accounts a left join points_entries e on e.account_id = a.id
      group by a.id having a.balance_points <> coalesce(sum(e.points), 0) or (a.kind = 'member' and a.balance_points < 0)
        or a.balance_points <> coalesce((select l.balance_after_points from points_entries l where l.account_id = a.id order by l.seq desc limit 1), 0)`,
  },
  {
    code: 'I3',
    promise: 'a member’s balance is what the lots still hold',
    sql: `select a.id, a.balance_points, sum(l.left_points) as lots from points_accounts a left join points_lots l on l.account_id = a.id
      where a.kind = 'member' group by a.id having a.balance_points <> coalesce(sum(l.left_points), 0)`,
  },
  {
    code: 'I3',
    promise: 'what a lot lost was allocated',
    sql: `select l.id from points_lots l left join points_allocations al on al.lot_id = l.id
      group by l.id having l.points - l.left_points <> coalesce(sum(al.points), 0)`,
  },
];

const vouchers: Invariant[] = [
  {
    code: 'I2',
    promise: 'uses redeemed + uses left = uses given, number by number',
    sql: `select v.id, v.uses_total, v.uses_left, coalesce(u.uses, 0) as redeemed from vouchers v left join (${STANDING_USES}) u on u.voucher_id = v.id
      where v.uses_left + coalesce(u.uses, 0) <> v.uses_total
        or array(select n from unnest(v.open_use_nos || coalesce(u.use_nos, '{}')) n order by n)
          <> array(select n::smallint from generate_series(1, v.uses_total) n)`,
  },
  {
    code: 'I2',
    promise: 'each use has one settlement line of its worth, an undone one also its negative',
    sql: `select r.id from redemptions r left join settlement_lines l on l.redemption_id = r.id group by r.id
      having count(*) filter (where l.kind = 'redemption' and l.amount_fen = r.settlement_fen) <> 1
        or count(*) filter (where l.kind = 'reversal' and l.amount_fen = -r.settlement_fen) <> (r.reversed_at is not null)::int
        or count(l.*) <> 1 + (r.reversed_at is not null)::int`,
  },
  {
    code: 'I2',
    promise: 'an undone redemption has one reversal, a standing one none',
    sql: `select r.id from redemptions r left join redemption_reversals rr on rr.redemption_id = r.id
      group by r.id having count(rr.*) <> (r.reversed_at is not null)::int`,
  },
  {
    code: 'I2',
    promise:
      'an amount is never passed: what came off and what is left make what was given, and no use passes its cap',
    sql: `select v.id from vouchers v left join (${STANDING_USES}) u on u.voucher_id = v.id
      where v.amount_total_fen is not null and v.amount_left_fen + coalesce(u.discount_fen, 0) <> v.amount_total_fen
      union all
      select r.id from redemptions r join vouchers v on v.id = r.voucher_id where r.discount_fen > v.amount_cap_fen`,
  },
  {
    code: 'I5',
    promise: 'every change of a voucher left exactly one event, and the last one says what the voucher says',
    sql: `select v.id, v.version, count(e.*) as events from vouchers v left join voucher_events e on e.voucher_id = v.id group by v.id
      having count(e.*) <> v.version or max(e.version) <> v.version
        or (select e2.uses_left from voucher_events e2 where e2.voucher_id = v.id and e2.version = v.version) <> v.uses_left`,
  },
];

const settlements: Invariant[] = [
  {
    code: 'I2',
    promise: 'a settlement line is in no statement or in one that exists and is its merchant’s',
    sql: `select l.id from settlement_lines l left join settlement_batches b on b.id = l.batch_id
      where l.batch_id is not null and (b.id is null or b.merchant_id <> l.merchant_id)`,
  },
  {
    code: 'I2',
    promise: 'a line belongs to the merchant, store and service of its redemption',
    sql: `select l.id from settlement_lines l join redemptions r on r.id = l.redemption_id
      where (l.merchant_id, l.store_id, l.service_id) <> (r.merchant_id, r.store_id, r.service_id)`,
  },
  {
    code: 'I6',
    promise: 'a closed statement is the sum of its lines',
    sql: `select b.id, b.total_fen, b.line_count, coalesce(sum(l.amount_fen), 0) as lines_fen, count(l.*) as lines
      from settlement_batches b left join settlement_lines l on l.batch_id = b.id group by b.id
      having b.total_fen <> coalesce(sum(l.amount_fen), 0) or b.line_count <> count(l.*)
        or b.redemption_count <> count(l.*) filter (where l.kind = 'redemption')`,
  },
  {
    code: 'I6',
    promise:
      'what a merchant is owed in all is what its standing redemptions are worth, and the operator’s adjustments',
    sql: `select m.id from merchants m
      where (select coalesce(sum(l.amount_fen), 0) from settlement_lines l where l.merchant_id = m.id and l.kind <> 'adjustment')
        <> (select coalesce(sum(r.settlement_fen), 0) from redemptions r where r.merchant_id = m.id and r.reversed_at is null)`,
  },
  {
    code: 'I6',
    promise: 'a statement waits for an answer exactly while an objection to it is open',
    sql: `select b.id from settlement_batches b
      where (b.state = 'disputed') <> exists (select 1 from settlement_disputes d where d.batch_id = b.id and d.state = 'open')`,
  },
  {
    code: 'I6',
    // Closed again by an operator on the same day, a statement is of that day alone.
    promise:
      'a merchant’s statements are numbered without a gap, and the periods leave no day out and have none twice',
    sql: `select id from (
        select id, number, lag(number, 1, 0) over w as before, period_from, period_to, lag(period_to) over w as ended
        from settlement_batches window w as (partition by merchant_id order by number)) b
      where number <> before + 1 or (period_from <> ended + 1 and (period_from <> ended or period_to <> ended))`,
  },
];

const requests: Invariant[] = [
  {
    code: 'I4',
    promise: 'a claimed gift has one claim, another has none',
    sql: `select g.id, g.state from gifts g left join gift_claims c on c.gift_id = g.id group by g.id having count(c.*) <> (g.state = 'claimed')::int`,
  },
  {
    code: 'I4',
    promise: 'gifts issued are those that were granted, and never more than the stock',
    sql: `select p.id, p.issued, p.stock from gift_packages p left join gifts g on g.package_id = p.id
      group by p.id having p.issued <> count(g.*) or p.issued > p.stock`,
  },
  {
    code: 'I4',
    promise: 'a claim gave the vouchers its package promises, each once',
    sql: `select c.gift_id from gift_claims c join gifts g on g.id = c.gift_id
      where (select count(*) from vouchers v where v.order_id = c.order_id and v.origin_voucher_id is null)
          <> (select sum(quantity) from gift_contents gc where gc.package_id = g.package_id)`,
  },
  {
    code: 'I5',
    promise: 'a request has one effect',
    sql: `select clerk_id, request_id, count(*) from redemptions group by clerk_id, request_id having count(*) > 1
      union all select request_scope, request_id, count(*) from orders group by request_scope, request_id having count(*) > 1
      union all select request_scope, request_id, count(*) from redemption_reversals group by request_scope, request_id having count(*) > 1
      union all select request_scope, request_id, count(*) from points_transactions group by request_scope, request_id having count(*) > 1`,
  },
  {
    code: 'I5',
    promise: 'a redemption left one event',
    sql: `select r.id from redemptions r left join voucher_events e on e.cause_id = r.id and e.kind = 'redeemed' group by r.id having count(e.*) <> 1`,
  },
  {
    code: 'I5',
    promise: 'the member is told of each use once, and of each undoing once',
    sql: `select r.id from redemptions r left join outbox o on o.subject_id = r.id and o.kind in ('voucherUsed', 'voucherRestored')
      group by r.id having count(o.*) filter (where o.kind = 'voucherUsed') <> 1
        or count(o.*) filter (where o.kind = 'voucherRestored') <> (r.reversed_at is not null)::int`,
  },
];

/** What must hold after every load, fault and crash; whoever adds a table adds its promises here. */
export const invariants: readonly Invariant[] = [
  ...points,
  ...vouchers,
  ...benefitInvariants,
  ...referralInvariants,
  ...settlements,
  ...requests,
];

export interface Breach {
  code: string;
  promise: string;
  /** The first few rows that break it; ids and numbers, no personal data. */
  examples: unknown[];
}

/** Looks at one moment: all questions are asked in one repeatable read, so running traffic cannot make a false alarm. */
export async function findBreaches(pool: Pool): Promise<Breach[]> {
  const client = await pool.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(`set local statement_timeout = '10min'`);
    const breaches: Breach[] = [];
    for (const { code, promise, sql } of invariants) {
      // Materialized: the planner must not believe that five rows come early where there are none, and then look up each of a million one by one.
      const { rows } = await client.query<Record<string, unknown>>(
        `with breach as materialized (${sql}) select * from breach limit 5`,
      );
      if (rows.length > 0) breaches.push({ code, promise, examples: rows });
    }
    await client.query('commit');
    return breaches;
  } finally {
    client.release();
  }
}
