import type * as z from 'zod/mini';
import { uuidv7 } from 'uuidv7';
import { notFound, Problem } from '../../../http/problem';
import type { Actor } from '../../../http/service-token';
import type { claimPhotoNotice } from '../../../upstream/core/contract/claims';
import type { CoreDeps } from '../core-deps';
import { claimOfSubject } from './claim-store';

type Notice = z.infer<typeof claimPhotoNotice>;

export interface PhotoRef {
  claimId: string;
  photoId: string;
}

/** A member reaches the own claims only; the system, which delivers notices late, reaches all. */
const mayTouch = `c.id = $2 and ($3 = 'system' or ${claimOfSubject})`;

const receive = `
  with claim as (select c.id from claims c where ${mayTouch}),
  added as (
    insert into claim_photos (claim_id, photo_id, shot, content_hash, at)
    select id, $4, $5, $6, $7 from claim
    on conflict (claim_id, photo_id) do nothing
    returning claim_id
  ),
  noted as (
    insert into claim_events (id, claim_id, kind, detail, actor_role, actor_subject)
    select $8, claim_id, 'photoReceived', $4, $3, $1 from added
  )
  select (select count(*) from added) as added,
    (select p.content_hash = $6 and p.shot = $5 from claim join claim_photos p on p.claim_id = claim.id and p.photo_id = $4) as same
  from claim`;

const remove = `
  with claim as (select c.id from claims c where ${mayTouch}),
  removed as (
    update claim_photos p set removed_at = now() from claim
    where p.claim_id = claim.id and p.photo_id = $4 and p.removed_at is null
    returning p.claim_id
  ),
  noted as (
    insert into claim_events (id, claim_id, kind, detail, actor_role, actor_subject)
    select $5, claim_id, 'photoRemoved', $4, $3, $1 from removed
  )
  select 1 from claim`;

/**
 * Notes that a picture was received and stored elsewhere. Sent twice it is noted once, and a late repeat does not bring
 * back a picture that was taken away. @throws Problem 404 for a foreign claim, 422 PHOTO_CHANGED for another picture
 * under the same id
 */
export async function notePhoto(
  { pool }: CoreDeps,
  actor: Actor,
  { claimId, photoId }: PhotoRef,
  notice: Notice,
): Promise<void> {
  const hash = Buffer.from(notice.sha256, 'hex');
  const { rows } = await pool.query<{ added: number; same: boolean | null }>(receive, [
    actor.subject,
    claimId,
    actor.role,
    photoId,
    notice.shot,
    hash,
    notice.at,
    uuidv7(),
  ]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这次报案');
  if (row.added === 0 && row.same === false) {
    throw new Problem(422, 'PHOTO_CHANGED', '这张照片和之前收到的不一样，请换一个编号再传');
  }
}

/** Notes that a picture was taken back. Harmless when repeated. @throws Problem 404 for a foreign claim */
export async function removePhoto(
  { pool }: CoreDeps,
  actor: Actor,
  { claimId, photoId }: PhotoRef,
): Promise<void> {
  const { rows } = await pool.query(remove, [actor.subject, claimId, actor.role, photoId, uuidv7()]);
  if (rows.length === 0) throw notFound('没有找到这次报案');
}
