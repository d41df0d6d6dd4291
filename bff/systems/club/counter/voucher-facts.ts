import type { ServiceKind } from '../../../upstream/club/contract';
import type { Club } from '../club';
import type { StoredTerms } from '../tables/network';
import { FREE_PLACE, LIMIT_DAY, USES_PER_DAY } from './day-places';
import { PRESENTATION_COUNTS } from './presented-code';

/** What the database says about a voucher right now, seen from one merchant's counter. */
export interface VoucherFacts {
  id: string;
  state: 'active' | 'reserved' | 'revoked' | 'transferred';
  kind: ServiceKind;
  title: string;
  terms: StoredTerms;
  uses_total: number;
  uses_left: number;
  version: number;
  used_up: boolean;
  lapsed: boolean;
  early: boolean;
  recent: boolean;
  /** Today's uses of the service are taken, by whoever the limit counts for. */
  day_full: boolean;
  /** The first moment of tomorrow in Shanghai. */
  next_day: Date;
  by_amount: boolean;
  discount_text: string | null;
  discount_percent: number | null;
  amount_cap_fen: number | null;
  amount_left_fen: number | null;
  plate_sealed: Buffer | null;
  valid_from: Date;
  valid_until: Date;
  member_id: string;
  member_name_sealed: Buffer | null;
  last_redeemed_at: Date | null;
  /** False for a presentation that lapsed, was used, or is older than the two latest. */
  presentation_counts: boolean;
  offered_here: boolean;
  /** It would be offered here, had not the owner or the operator stopped the store. */
  suspended_here: boolean;
  /** Whether the clerk asked for acts for the store: always true when nobody was asked for. */
  acts_here: boolean;
  /** Whether this request has made a redemption already. */
  known_request: boolean;
  /** This merchant's own latest use that stands; another merchant's is none of its business. */
  own_use: { id: string; at: string; store_name: string } | null;
  now: Date;
}

/**
 * One question with everything in it, because in a race all but one attempt end here. $1 voucher · $2 merchant · $3 store, null when not chosen yet ·
 * $4 presentation, null for a typed code · $5 clerk and $6 request of a confirmation, null for a look-up.
 */
const FACTS_SQL = `
  select v.id, v.state, sv.kind, v.title, v.terms, v.uses_total, v.uses_left, v.version,
    v.uses_left = 0 or coalesce(v.amount_left_fen = 0, false) as used_up, v.valid_until <= now() as lapsed, v.valid_from > now() as early,
    coalesce(v.last_redeemed_at > now() - interval '10 minutes', false) as recent, v.discount_percent is not null as by_amount,
    ${USES_PER_DAY} is not null and ${FREE_PLACE} is null as day_full, (${LIMIT_DAY} + 1)::timestamp at time zone 'Asia/Shanghai' as next_day,
    v.discount_text, v.discount_percent, v.amount_cap_fen, v.amount_left_fen, v.plate_sealed, v.valid_from, v.valid_until, m.id as member_id, m.name_sealed as member_name_sealed, v.last_redeemed_at,
    $4::text is null or exists (select 1 from presentations p where p.id = $4 and ${PRESENTATION_COUNTS}) as presentation_counts,
    exists (
      select 1 from store_services ss join stores s on s.id = ss.store_id
      where s.merchant_id = $2 and ss.service_id = v.service_id and s.suspended_at is null and ($3::text is null or s.id = $3)
    ) as offered_here,
    exists (
      select 1 from store_services ss join stores s on s.id = ss.store_id
      where s.merchant_id = $2 and ss.service_id = v.service_id and s.suspended_at is not null and s.id = $3
    ) as suspended_here,
    $5::text is null or exists (
      select 1 from clerks c join merchants mer on mer.id = c.merchant_id and mer.state = 'active' join stores s on s.merchant_id = c.merchant_id and s.id = $3
      where c.id = $5 and c.merchant_id = $2 and c.active
        and (c.role = 'owner' or exists (select 1 from clerk_stores cs where cs.clerk_id = c.id and cs.store_id = s.id))
    ) as acts_here,
    exists (select 1 from redemptions known where known.clerk_id = $5 and known.request_id = $6) as known_request,
    (select json_build_object('id', r.id, 'at', r.at, 'store_name', s.name) from redemptions r join stores s on s.id = r.store_id
     where r.voucher_id = v.id and r.merchant_id = $2 and r.reversed_at is null order by r.at desc limit 1) as own_use,
    now() as now
  from vouchers v join services sv on sv.id = v.service_id join members m on m.id = v.member_id
  where v.id = $1 and exists (select 1 from merchant_services ms where ms.merchant_id = $2 and ms.service_id = v.service_id)`;

export interface Seen {
  voucherId: string;
  merchantId: string;
  storeId: string | null;
  presentationId: string | null;
  /** Of a confirmation that did not happen. */
  asked?: { clerkId: string; requestId: string };
}

/** Undefined for a voucher that does not exist for this merchant. */
export async function readVoucherFacts(club: Club, seen: Seen): Promise<VoucherFacts | undefined> {
  const { rows } = await club.pool.query<VoucherFacts>({
    name: 'club-voucher-facts',
    text: FACTS_SQL,
    values: [
      seen.voucherId,
      seen.merchantId,
      seen.storeId,
      seen.presentationId,
      seen.asked?.clerkId ?? null,
      seen.asked?.requestId ?? null,
    ],
  });
  return rows[0];
}
