import { toInstant } from '../../../http/instants';
import type { ClubGiftSummary } from '../../../upstream/club/contract';

export interface GiftRow {
  id: string;
  title: string;
  giver: string;
  basis: ClubGiftSummary['basis'];
  current_state: ClubGiftSummary['state'];
  offered_at: Date;
  expires_at: Date;
  contents: ClubGiftSummary['contents'];
}

/** For `from gifts g join gift_packages p on p.id = g.package_id`. */
export const GIFT_COLUMNS = `g.id, p.title, p.giver, p.basis, gift_state(g.state, g.expires_at) as current_state, g.offered_at, g.expires_at,
  (select json_agg(json_build_object('service', sv.kind, 'title', sv.title, 'quantity', gc.quantity * gc.uses_each) order by gc.position)
   from gift_contents gc join services sv on sv.id = gc.service_id where gc.package_id = p.id) as contents`;

export function giftView(row: GiftRow): ClubGiftSummary {
  return {
    id: row.id,
    title: row.title,
    from: row.giver,
    expiresAt: toInstant(row.expires_at),
    state: row.current_state,
    basis: row.basis,
    contents: row.contents,
  };
}
