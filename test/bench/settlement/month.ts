import type { Pool } from 'pg';

export const MERCHANTS = 800;
/** 210,000 uses a year among 800 merchants. */
const USES_A_MERCHANT = 22;

/** The merchants that loading made, each with one store, clerk and service to use vouchers with. */
const COUNTERS = `
  select row_number() over (order by m.id) - 1 as place, m.id as merchant_id, m.branch_id, s.id as store_id, c.id as clerk_id, ms.service_id,
    coalesce(ms.settlement_price_fen, 2000) as fen
  from merchants m
  cross join lateral (select id from stores where merchant_id = m.id order by id limit 1) s
  cross join lateral (select id from clerks where merchant_id = m.id and role = 'owner' limit 1) c
  cross join lateral (select service_id, settlement_price_fen from merchant_services where merchant_id = m.id order by service_id limit 1) ms
  where m.id like 'mch_size_%'`;

const USES = `
  select ct.*, 'be' || $1::text || '_' || ct.place || '_' || n as id, n, p.id as member_id
  from counters ct cross join generate_series(1, ${String(USES_A_MERCHANT)}) n
  cross join total join people p on p.place = (ct.place * ${String(USES_A_MERCHANT)} + n) % total.people`;

/** Vouchers that were used in the last month, with everything that a use leaves: what a closing finds on the first of a month. */
export async function addMonth(pool: Pool, name: string): Promise<void> {
  await pool.query(
    `with counters as (${COUNTERS}), people as (select id, row_number() over (order by id) - 1 as place from members),
     total as materialized (select count(*) as people from members),
     uses as materialized (${USES}),
     given as (
       insert into vouchers (id, member_id, branch_id, service_id, title, basis, fulfilment, terms, code_sealed, code_index, uses_total, uses_left, open_use_nos,
         last_use_no, last_redeemed_at, version, valid_from, valid_until)
       select u.id, u.member_id, u.branch_id, u.service_id, sv.title, 'courtesy', sv.fulfilment, sv.terms, sha256(('sealed' || u.id)::bytea),
         sha256(('code' || u.id)::bytea), 1, 0, '{}', 1, now() - interval '1 day', 2, now() - interval '2 days', now() + interval '30 days'
       from uses u join services sv on sv.id = u.service_id
     ), events as (
       insert into voucher_events (id, voucher_id, kind, version, uses_left, cause_id)
       select u.id || ':1', u.id, 'issued', 1, 1, null from uses u union all select u.id || ':2', u.id, 'redeemed', 2, 0, u.id from uses u
     ), used as (
       insert into redemptions (id, voucher_id, use_no, uses_left_after, member_id, service_id, merchant_id, store_id, branch_id, clerk_id, settlement_fen,
         at, request_id, input_hash)
       select u.id, u.id, 1, 0, u.member_id, u.service_id, u.merchant_id, u.store_id, u.branch_id, u.clerk_id, u.fen, now() - interval '1 day', u.id, sha256('')
       from uses u
     ), told as (
       insert into outbox (id, kind, subject_id, done_at) select u.id, 'voucherUsed', u.id, now() from uses u
     )
     insert into settlement_lines (id, redemption_id, kind, merchant_id, store_id, branch_id, service_id, amount_fen)
     select u.id, u.id, 'redemption', u.merchant_id, u.store_id, u.branch_id, u.service_id, u.fen from uses u`,
    [name],
  );
  await pool.query('analyze settlement_lines');
}

/** A run of all those merchants that no job knows of: who measures closes them one by one. */
export async function addRun(pool: Pool, id: string): Promise<void> {
  await pool.query(
    `insert into settlement_runs (id, cause, only_due, request_scope, request_id, input_hash) values ($1, 'schedule', false, 'bench', $1, sha256(''))`,
    [id],
  );
  await pool.query(
    `insert into settlement_run_merchants (run_id, merchant_id) select $1, id from merchants where id like 'mch_size_%'`,
    [id],
  );
}
