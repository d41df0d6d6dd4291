import { toInstant } from '../../../../http/instants';
import type { CoreClaimDetail } from '../../../../upstream/core/contract/claims';
import { newsOf, type ClaimEvent } from '../../rules/claim-news';
import type { Db } from '../db';

const NEWS_SHOWN = 50;

export async function loadNews(db: Db, claimId: string): Promise<CoreClaimDetail['news']> {
  const { rows } = await db.query<ClaimEvent>(
    `select id, at, kind, detail from claim_events where claim_id = $1 and kind not in ('photoReceived', 'photoRemoved')
     order by at desc, id desc limit ${NEWS_SHOWN}`,
    [claimId],
  );
  return rows.map((event) => ({ id: event.id, at: toInstant(event.at), ...newsOf(event) }));
}
