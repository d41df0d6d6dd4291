import type { Pool } from 'pg';
import { addMembers } from '../support/club/members';

export const ITEM = 'bi_exchange';
const SAVED_POINTS = 1_000;

/** One item that all want, with enough for everybody: who exchanges queues up for its stock, as on the day something is popular. */
async function addItem(pool: Pool, stock: number): Promise<void> {
  await pool.query(
    `insert into mall_items (id, branch_id, service_id, title, description, price_points, stocked, stock, validity_days, position)
     values ($1, 'br_sd_jinan', 'svc_wash', '标准洗车', '压测商品', 120, $2, $2, 90, 999)`,
    [ITEM, stock],
  );
}

/** Members with points of one earning each; the house's balance runs on as if they had come one after the other. */
export async function addSavers(pool: Pool, count: number): Promise<void> {
  await addMembers(pool, count);
  await addItem(pool, count);
  const values = [count, SAVED_POINTS];
  await pool.query(
    `insert into points_accounts (id, kind, member_id, balance_points) select 'ba_' || n, 'member', 'bq_' || n, $2 from generate_series(0, $1::int - 1) n`,
    values,
  );
  await pool.query(
    `insert into points_transactions (id, kind, reason, request_scope, request_id, input_hash)
     select 'bt_' || n, 'earn', '压测', 'bench', 'bt_' || n, sha256('') from generate_series(0, $1::int - 1) n`,
    [count],
  );
  await pool.query(
    `with house as (
       update points_accounts set balance_points = balance_points - $1::bigint * $2 where kind = 'issued' returning id, balance_points + $1::bigint * $2 as before
     )
     insert into points_entries (transaction_id, account_id, points, balance_after_points)
     select 'bt_' || n, case side when 1 then 'ba_' || n else h.id end, case side when 1 then $2::int else -$2::int end,
       case side when 1 then $2::bigint else h.before - (n + 1) * $2::bigint end
     from house h, generate_series(0, $1::int - 1) n, generate_series(1, 2) side order by n, side`,
    values,
  );
  await pool.query(
    `insert into points_lots (id, account_id, transaction_id, points, left_points, earned_at, expires_at)
     select 'bl_' || n, 'ba_' || n, 'bt_' || n, $2::int, $2::int, now(), now() + interval '400 days' from generate_series(0, $1::int - 1) n`,
    values,
  );
  await pool.query('analyze members, points_accounts, points_transactions, points_entries, points_lots');
}
