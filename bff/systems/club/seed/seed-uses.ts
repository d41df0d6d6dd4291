import { day, type Seeding } from './seeding';

export interface SeededUse {
  voucherId: string;
  storeId: string;
  clerkId: string;
  /** When, as days before today and an hour of that day, or as a moment. */
  at: { daysAgo: number; hour: number } | Date;
  saleFen?: number;
}

/** One use of the past, with everything a real one leaves behind: the same columns, the same arithmetic, only the clock is another. */
const USE_SQL = `
  with used as (
    update vouchers v set uses_left = v.uses_left - 1, last_use_no = v.open_use_nos[1], open_use_nos = v.open_use_nos[2:], last_redeemed_at = $4,
      last_discount_fen = case when v.discount_percent is not null then least($5::bigint * v.discount_percent / 100, v.amount_cap_fen, v.amount_left_fen) end,
      amount_left_fen = case when v.discount_percent is not null
        then v.amount_left_fen - least($5::bigint * v.discount_percent / 100, v.amount_cap_fen, v.amount_left_fen) end,
      version = v.version + 1
    where v.id = $1 returning v.*
  ), redemption as (
    insert into redemptions (id, voucher_id, use_no, uses_left_after, member_id, service_id, merchant_id, store_id, branch_id, clerk_id,
      sale_amount_fen, discount_fen, customer_pays_fen, settlement_fen, at, request_id, input_hash)
    select $6, u.id, u.last_use_no, u.uses_left, u.member_id, u.service_id, s.merchant_id, s.id, s.branch_id, $3,
      $5, case when $5::bigint is not null then u.last_discount_fen end, $5 - u.last_discount_fen,
      coalesce(ms.settlement_price_fen, u.last_discount_fen, 0), $4, $6, $7
    from used u join stores s on s.id = $2 join merchant_services ms on ms.merchant_id = s.merchant_id and ms.service_id = u.service_id
    returning *
  ), line as (
    insert into settlement_lines (id, redemption_id, kind, merchant_id, store_id, branch_id, service_id, amount_fen, at)
    select $8, r.id, 'redemption', r.merchant_id, r.store_id, r.branch_id, r.service_id, r.settlement_fen, $4 from redemption r
  ), told as (
    insert into outbox (id, kind, subject_id, at, due_at, done_at) select $9, 'voucherUsed', r.id, $4, $4, $4 from redemption r
  )
  insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen, cause_id, at)
  select $9, u.id, 'redeemed', u.version, u.uses_left, u.amount_left_fen, r.id, $4 from used u, redemption r`;

export async function seedUse(seeding: Seeding, use: SeededUse): Promise<void> {
  const { client, random } = seeding;
  await client.query(USE_SQL, [
    use.voucherId,
    use.storeId,
    use.clerkId,
    use.at instanceof Date ? use.at : day(seeding, -use.at.daysAgo, use.at.hour),
    use.saleFen ?? null,
    random.uuid(),
    Buffer.alloc(32),
    random.uuid(),
    random.uuid(),
  ]);
}
