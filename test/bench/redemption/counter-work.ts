import type { Pool } from 'pg';
import type { FieldCipher } from '../../../bff/crypto/field-cipher';
import { indexOf, seal } from '../../../bff/systems/club/personal-fields';

/** So many counters take turns, as many shops do in a minute. */
export const COUNTERS = 200;

/** Ids that follow from a number, so that pgbench can name them without asking the database first. */
export const counterOf = (number: number) => {
  const place = String(number % COUNTERS);
  return {
    clerkId: `bc_${place}`,
    merchantId: `bm_${place}`,
    storeId: `bs_${place}`,
    voucherId: `bv_${String(number)}`,
  };
};

async function addCounters(pool: Pool, cipher: FieldCipher): Promise<void> {
  await pool.query(
    `insert into merchants (id, branch_id, name) select 'bm_' || n, 'br_sd_jinan', '压测商户 ' || n from generate_series(0, $1::int - 1) n`,
    [COUNTERS],
  );
  await pool.query(
    `insert into merchant_services (merchant_id, service_id, settlement_rule, settlement_price_fen)
     select 'bm_' || n, 'svc_wash', 'price', 2500 from generate_series(0, $1::int - 1) n`,
    [COUNTERS],
  );
  await pool.query(
    `insert into stores (id, merchant_id, branch_id, name, address, phone, opening_hours, opens_minute, closes_minute, open_weekdays, latitude, longitude)
     select 'bs_' || n, 'bm_' || n, 'br_sd_jinan', '压测门店 ' || n, '示例路', '0531-00009999', '24 小时', 0, 1440, '{1,2,3,4,5,6,7}', 36.6, 117
     from generate_series(0, $1::int - 1) n`,
    [COUNTERS],
  );
  await pool.query(
    `insert into store_services (store_id, merchant_id, service_id) select 'bs_' || n, 'bm_' || n, 'svc_wash' from generate_series(0, $1::int - 1) n`,
    [COUNTERS],
  );
  for (let number = 0; number < COUNTERS; number += 1) {
    const { clerkId, merchantId, storeId } = counterOf(number);
    const phone = `1990000${String(9000 + number)}`;
    await pool.query(
      `insert into clerks (id, merchant_id, role, phone_sealed, phone_index, name_sealed) values ($1, $2, 'clerk', $3, $4, $5)`,
      [
        clerkId,
        merchantId,
        seal(cipher, 'clerks.phone_sealed', clerkId, phone),
        indexOf.phone(cipher, phone),
        seal(cipher, 'clerks.name_sealed', clerkId, '王小丽'),
      ],
    );
    await pool.query('insert into clerk_stores (clerk_id, store_id) values ($1, $2)', [clerkId, storeId]);
  }
}

/** One voucher a redemption, of members drawn evenly from all there are; with a day's limit that none of them reaches, as every use is to be taken. */
async function addVouchers(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `with people as (select id, branch_id, row_number() over (order by id) - 1 as place from members),
       total as materialized (select count(*) as people from members)
     insert into vouchers (id, member_id, branch_id, service_id, title, basis, fulfilment, terms, code_sealed, code_index, uses_total, uses_left, open_use_nos,
       valid_from, valid_until)
     select 'bv_' || n, p.id, p.branch_id, s.id, s.title, 'courtesy', s.fulfilment,
       jsonb_set(s.terms, '{caps,usesPerDay}', '20'), sha256(('sealed' || n)::bytea), sha256(('bench' || n)::bytea), 1, 1, '{1}',
       now() - interval '1 day', now() + interval '30 days'
     from generate_series(0, $1::int - 1) n join services s on s.id = 'svc_wash' cross join total
     join people p on p.place = (n::bigint * 7919) % total.people`,
    [count],
  );
  await pool.query(
    `insert into voucher_events (id, voucher_id, kind, version, uses_left) select 'be_' || n, 'bv_' || n, 'issued', 1, 1 from generate_series(0, $1::int - 1) n`,
    [count],
  );
}

export async function addCounterWork(pool: Pool, cipher: FieldCipher, vouchers: number): Promise<void> {
  await addCounters(pool, cipher);
  await addVouchers(pool, vouchers);
  await pool.query(
    'analyze vouchers, voucher_events, clerks, stores, merchants, merchant_services, store_services, clerk_stores',
  );
}
