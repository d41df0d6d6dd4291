import { PHOTO_COLUMNS, type PhotoRow, type Queryable } from './photo-rows';

export async function noteAnnounced(db: Queryable, photoId: string): Promise<void> {
  await db.query('update claim_photos set announced_at = now(), attempts = 0 where id = $1', [photoId]);
}

export async function noteWithdrawalAnnounced(db: Queryable, photoId: string): Promise<void> {
  await db.query('update claim_photos set withdrawal_announced_at = now(), attempts = 0 where id = $1', [
    photoId,
  ]);
}

export async function noteFilesGone(db: Queryable, photoId: string): Promise<void> {
  await db.query('update claim_photos set files_gone_at = now() where id = $1', [photoId]);
}

export interface UnfinishedPhoto extends PhotoRow {
  attempts: number;
  withdrawal_announced_at: Date | null;
}

/**
 * Takes the next photos whose work is not finished, whatever their age (those of a report that core does not know yet wait
 * for it), and puts them off: a process that dies in the
 * middle leaves them due again, and two processes never take the same one.
 */
export async function takeUnfinished(db: Queryable, limit: number): Promise<UnfinishedPhoto[]> {
  const { rows } = await db.query<UnfinishedPhoto>(
    `update claim_photos
     set attempts = attempts + 1, due_at = now() + least(interval '10 minutes', interval '5 seconds' * power(2, least(attempts, 10)))
     where id in (
       select id from claim_photos
       where due_at <= now() and (
         state = 'storing'
         or (state = 'received' and announced_at is null
             and not exists (select 1 from queued_reports q where q.id = claim_photos.claim_id))
         or (state = 'removed' and (withdrawal_announced_at is null or files_gone_at is null)))
       order by due_at limit $1 for update skip locked)
     returning ${PHOTO_COLUMNS}, attempts, withdrawal_announced_at`,
    [limit],
  );
  return rows;
}
