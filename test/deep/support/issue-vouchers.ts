import { uuidv7 } from 'uuidv7';
import type { Pool } from 'pg';
import type { FieldCipher } from '../../../bff/crypto/field-cipher';
import { prepareVouchers } from '../../../bff/systems/club/benefits/prepare-vouchers';
import type { Club } from '../../../bff/systems/club/club';

export interface IssueOptions {
  memberId: string;
  service: string;
  count: number;
  uses?: number;
  /** How often a day its service may be used. Otherwise as often as it has uses, because time passes for one voucher at a time in a test. */
  usesPerDay?: number;
}

/** Fresh vouchers outside any gift, with the events every voucher begins with. */
export async function issueVouchers(
  { pool, cipher }: { pool: Pool; cipher: FieldCipher },
  { memberId, service, count, uses = 1, usesPerDay }: IssueOptions,
): Promise<string[]> {
  const line = { position: 1, quantity: count, vehicle_bound: false };
  const made = prepareVouchers({ cipher } as Club, [line], null);
  await pool.query(
    `with made as (
       insert into vouchers (id, member_id, branch_id, service_id, title, basis, fulfilment, terms, code_sealed, code_index, uses_total, uses_left, open_use_nos,
         discount_text, discount_percent, amount_cap_fen, amount_total_fen, amount_left_fen, valid_from, valid_until)
       select g.id, $2, 'br_sd_jinan', sv.id, sv.title, 'courtesy', sv.fulfilment,
         case when $8::int is null then sv.terms - 'caps' else jsonb_set(sv.terms, '{caps,usesPerDay}', to_jsonb($8::int)) end, g.code_sealed, g.code_index, $6::int, $6::int,
         array(select n::smallint from generate_series(1, $6::int) n), sv.discount_text, sv.discount_percent, sv.amount_cap_fen,
         sv.amount_cap_fen * $6::int, sv.amount_cap_fen * $6::int, now() - interval '1 day', now() + interval '90 days'
       from services sv, unnest($3::text[], $4::bytea[], $5::bytea[]) as g (id, code_sealed, code_index) where sv.id = $1
       returning id, uses_left, amount_left_fen
     )
     insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen)
     select e.event_id, m.id, 'issued', 1, m.uses_left, m.amount_left_fen
     from made m join unnest($3::text[], $7::text[]) as e (voucher_id, event_id) on e.voucher_id = m.id`,
    [
      service,
      memberId,
      made.ids,
      made.sealedCodes,
      made.codeIndexes,
      uses,
      made.ids.map(() => uuidv7()),
      usesPerDay ?? null,
    ],
  );
  return made.ids;
}
