import { toInstant } from '../../../http/instants';
import { notFound } from '../../../http/problem';
import type { ClubGiftDetail, ClubGiftSummary, ServiceKind } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { storesOffering } from '../network/stores';
import { limitOf, page, timePosition, type PageQuery } from '../pages';
import type { StoredTerms } from '../tables/network';
import { GIFT_COLUMNS, giftView, type GiftRow } from './gift-view';

export async function listGifts(
  club: Club,
  memberId: string,
  query: PageQuery & { state?: ClubGiftSummary['state'] | undefined },
): Promise<{ items: ClubGiftSummary[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<GiftRow>(
    `select ${GIFT_COLUMNS} from gifts g join gift_packages p on p.id = g.package_id
     where g.member_id = $1 and ($2::text is null or gift_state(g.state, g.expires_at) = $2)
       and ($3::timestamptz is null or (g.offered_at, g.id) < ($3, $4))
     order by g.offered_at desc, g.id desc limit $5`,
    [memberId, query.state ?? null, at, id, limitOf(query) + 1],
  );
  return page(rows, query, {
    item: giftView,
    position: (row) => [row.offered_at.toISOString(), row.id],
  });
}

interface ContentRow {
  service_id: string;
  kind: ServiceKind;
  title: string;
  description: string;
  terms: StoredTerms;
  quantity: number;
}

async function contentsOf(club: Club, giftId: string): Promise<ClubGiftDetail['contents']> {
  const { rows } = await club.pool.query<ContentRow>(
    `select sv.id as service_id, sv.kind, sv.title, sv.description, sv.terms, (gc.quantity * gc.uses_each)::int as quantity
     from gifts g join gift_contents gc on gc.package_id = g.package_id join services sv on sv.id = gc.service_id
     where g.id = $1 order by gc.position`,
    [giftId],
  );
  const offerings = await storesOffering(
    club,
    rows.map((row) => row.service_id),
  );
  return rows.map((row) => ({
    service: row.kind,
    serviceId: row.service_id,
    title: row.title,
    quantity: row.quantity,
    description: row.description,
    terms: row.terms,
    ...offerings(row.service_id),
  }));
}

/** Shops, limits, exclusions, extra cost and life of everything inside, before it is claimed. */
export async function readGift(club: Club, memberId: string, giftId: string): Promise<ClubGiftDetail> {
  const { rows } = await club.pool.query<
    GiftRow & { claimed_at: Date | null; validity_text: string; now: Date }
  >(
    `select ${GIFT_COLUMNS}, g.claimed_at, p.validity_text, now() as now from gifts g join gift_packages p on p.id = g.package_id
     where g.id = $1 and g.member_id = $2`,
    [giftId, memberId],
  );
  const row = rows[0];
  if (!row) throw notFound('没有找到这份礼包');
  return {
    ...giftView(row),
    asOf: toInstant(row.now),
    offeredAt: toInstant(row.offered_at),
    claimedAt: row.claimed_at ? toInstant(row.claimed_at) : null,
    validity: row.validity_text,
    contents: await contentsOf(club, giftId),
  };
}
