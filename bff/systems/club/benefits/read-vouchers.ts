import { toInstant } from '../../../http/instants';
import { notFound } from '../../../http/problem';
import type { ClubVoucherDetail, ClubVoucherSummary } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { storesOffering } from '../network/stores';
import { limitOf, page, timePosition, type PageQuery } from '../pages';
import { open } from '../personal-fields';
import type { StoredTerms } from '../tables/network';
import { displayVoucherCode } from './voucher-code';
import { VOUCHER_GIVEABLE } from './voucher-states';
import { VOUCHER_COLUMNS, voucherView, type VoucherRow } from './voucher-view';

/** Newest first. The state asked for is compared as of now, not as of when a job last ran. */
export async function listVouchers(
  club: Club,
  memberId: string,
  query: PageQuery & { state?: ClubVoucherSummary['state'] | undefined },
): Promise<{ items: ClubVoucherSummary[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<VoucherRow>(
    `select ${VOUCHER_COLUMNS} from vouchers v join services sv on sv.id = v.service_id
     where v.member_id = $1
       and ($2::text is null or voucher_state(v.state, v.uses_left, v.amount_left_fen, v.valid_until) = $2)
       and ($3::timestamptz is null or (v.issued_at, v.id) < ($3, $4))
     order by v.issued_at desc, v.id desc limit $5`,
    [memberId, query.state ?? null, at, id, limitOf(query) + 1],
  );
  return page(rows, query, {
    item: (row) => voucherView(club, row),
    position: (row) => [row.issued_at.toISOString(), row.id],
  });
}

interface DetailRow extends VoucherRow {
  service_id: string;
  terms: StoredTerms;
  code_sealed: Buffer;
  typed_code_allowed: boolean;
  origin_voucher_id: string | null;
  transfer: { id: string; expires_at: string } | null;
  now: Date;
}

interface UseRow {
  id: string;
  use_no: number;
  at: Date;
  store_id: string;
  store_name: string;
  sale_amount_fen: number | null;
  discount_fen: number | null;
  customer_pays_fen: number | null;
  reversed_at: Date | null;
  score: number | null;
  as_promised: boolean;
}

async function usesOf(club: Club, voucherId: string): Promise<ClubVoucherDetail['redemptions']> {
  const { rows } = await club.pool.query<UseRow>(
    `select r.id, r.use_no, r.at, s.id as store_id, s.name as store_name, r.sale_amount_fen, r.discount_fen, r.customer_pays_fen, r.reversed_at,
       rr.score, rr.as_promised
     from redemptions r join stores s on s.id = r.store_id left join redemption_ratings rr on rr.redemption_id = r.id where r.voucher_id = $1 order by r.at desc, r.id desc limit 100`,
    [voucherId],
  );
  return rows.map((row) => ({
    id: row.id,
    useNo: row.use_no,
    at: toInstant(row.at),
    store: { id: row.store_id, name: row.store_name },
    saleAmountFen: row.sale_amount_fen,
    discountFen: row.discount_fen,
    customerPaysFen: row.customer_pays_fen,
    state: row.reversed_at ? 'reversed' : 'confirmed',
    rating: row.score === null ? null : { score: row.score, asPromised: row.as_promised },
  }));
}

/** Terms, shops, uses, and the 兑换码 where it may be typed and can still be used. */
export async function readVoucher(
  club: Club,
  memberId: string,
  voucherId: string,
): Promise<ClubVoucherDetail> {
  const { rows } = await club.pool.query<DetailRow>(
    `select ${VOUCHER_COLUMNS}, v.service_id, v.terms, v.code_sealed, sv.typed_code_allowed, v.origin_voucher_id, now() as now,
       (select json_build_object('id', t.id, 'expires_at', t.expires_at) from transfers t
        where t.voucher_id = v.id and t.state = 'offered' and t.expires_at > now() and (${VOUCHER_GIVEABLE})) as transfer
     from vouchers v join services sv on sv.id = v.service_id where v.id = $1 and v.member_id = $2`,
    [voucherId, memberId],
  );
  const row = rows[0];
  if (!row) throw notFound('没有找到这张服务券');
  const [offerings, redemptions] = await Promise.all([
    storesOffering(club, [row.service_id]),
    usesOf(club, voucherId),
  ]);
  const usable = row.typed_code_allowed && row.current_state === 'active';
  return {
    ...voucherView(club, row),
    serviceId: row.service_id,
    terms: row.terms,
    ...offerings(row.service_id),
    code: usable
      ? displayVoucherCode(open(club.cipher, 'vouchers.code_sealed', row.id, row.code_sealed))
      : null,
    redemptions,
    transfer: row.transfer && {
      id: row.transfer.id,
      expiresAt: toInstant(new Date(row.transfer.expires_at)),
    },
    received: row.origin_voucher_id !== null,
    asOf: toInstant(row.now),
  };
}
