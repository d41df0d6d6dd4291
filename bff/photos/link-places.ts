import type { PoolClient } from 'pg';
import { photoProblems } from './photo-problems';

/**
 * How many pictures a link may still send; nobody else spends or begins one until the end of the transaction.
 * @throws Problem 404 when the link is over, 409 PHOTO_LINK_USED_UP
 */
export async function lockLinkPlaces(transaction: PoolClient, linkId: string): Promise<number> {
  const { rows } = await transaction.query<{ left: number; lives: boolean }>(
    `select photos_left as left, ended_at is null and expires_at > clock_timestamp() as lives
     from photo_links where id = $1 for update`,
    [linkId],
  );
  const link = rows[0];
  if (!link?.lives) throw photoProblems.linkOver();
  if (link.left <= 0) throw photoProblems.linkUsedUp();
  return link.left;
}

/** Before one more is begun: what nobody went on with for longest gives way, so that at most as many are open as may be sent. */
export async function makeRoom(
  transaction: PoolClient,
  { claimId, ownerId, linkId }: { claimId: string; ownerId: string; linkId: string },
): Promise<void> {
  const places = await lockLinkPlaces(transaction, linkId);
  await transaction.query(
    `update photo_uploads set state = 'givenUp', content_key_sealed = null, touched_at = now()
     where state = 'open' and id in (
       select id from photo_uploads where claim_id = $1 and owner_id = $2 and link_id = $3 and state = 'open'
       order by coalesce(lease_until > now(), false) desc, touched_at desc, id desc offset $4)`,
    [claimId, ownerId, linkId, places - 1],
  );
}
