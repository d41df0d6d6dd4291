import type { Pool, PoolClient } from 'pg';
import { MAX_PHOTOS_A_CLAIM } from './photo-problems';

export interface PhotoRow {
  id: string;
  claim_id: string;
  owner_id: string;
  shot: string;
  state: 'storing' | 'received' | 'removed';
  sha256: string;
  content_key_sealed: Buffer | null;
  created_at: Date;
  announced_at: Date | null;
  files_gone_at: Date | null;
}

export interface NewPhoto {
  id: string;
  claimId: string;
  ownerId: string;
  shot: string;
  sha256: string;
  bytes: number;
  width: number;
  height: number;
  contentKeySealed: Buffer;
}

type Queryable = Pick<Pool, 'query'> | Pick<PoolClient, 'query'>;
const COLUMNS =
  'id, claim_id, owner_id, shot, state, sha256, content_key_sealed, created_at, announced_at, files_gone_at';
/** Of uploads that reach for the same slot one wins, so after this many rounds the claim is full. */
const SLOT_TRIES = MAX_PHOTOS_A_CLAIM + 1;
/** A row that is still `storing` after this belongs to a process that died. */
const STORING_LEASE = '2 minutes';

/** @returns false when the claim has no slot left */
export async function reservePhoto(db: Queryable, photo: NewPhoto): Promise<boolean> {
  for (let tries = 0; tries < SLOT_TRIES; tries += 1) {
    const { rows } = await db.query<{ free: number | null; id: string | null }>(
      `with free as (
         select min(slot) as slot from generate_series(1, $9::int) as slot
         where not exists (select 1 from claim_photos p
                           where p.claim_id = $2 and p.slot = slot.slot and p.state <> 'removed')
       ), reserved as (
         insert into claim_photos
           (id, claim_id, owner_id, slot, shot, state, sha256, bytes, width, height, content_key_sealed, due_at)
         select $1, $2, $3, free.slot, $4, 'storing', $5, $6, $7, $8, $10, now() + $11::interval
         from free where free.slot is not null
         on conflict (claim_id, slot) where state <> 'removed' do nothing
         returning id
       )
       select (select slot from free) as free, (select id from reserved) as id`,
      [
        photo.id,
        photo.claimId,
        photo.ownerId,
        photo.shot,
        photo.sha256,
        photo.bytes,
        photo.width,
        photo.height,
        MAX_PHOTOS_A_CLAIM,
        photo.contentKeySealed,
        STORING_LEASE,
      ],
    );
    if (rows[0]?.id) return true;
    if (rows[0]?.free === null) return false;
  }
  return false;
}

/** @returns undefined when the reservation was given up meanwhile */
export async function completePhoto(db: Queryable, photoId: string): Promise<PhotoRow | undefined> {
  const { rows } = await db.query<PhotoRow>(
    `update claim_photos set state = 'received', due_at = now() where id = $1 and state = 'storing' returning ${COLUMNS}`,
    [photoId],
  );
  return rows[0];
}

/** Taken back by its owner, or given up because storing failed. The key goes at once, the files follow. */
export async function removePhoto(
  db: Queryable,
  photo: { id: string; claimId: string; ownerId: string },
): Promise<'removed' | 'alreadyRemoved' | 'unknown'> {
  const { rows } = await db.query<{ state: string; changed: boolean }>(
    `with removed as (
       update claim_photos
       set state = 'removed', content_key_sealed = null, removed_at = now(), due_at = now(), attempts = 0,
           withdrawal_announced_at = case when state = 'storing' or (announced_at is null and attempts = 0) then now() end
       where id = $1 and claim_id = $2 and owner_id = $3 and state <> 'removed'
       returning id
     )
     select state, exists (select 1 from removed) as changed
     from claim_photos where id = $1 and claim_id = $2 and owner_id = $3`,
    [photo.id, photo.claimId, photo.ownerId],
  );
  const [row] = rows;
  if (!row) return 'unknown';
  return row.changed ? 'removed' : 'alreadyRemoved';
}

export async function listPhotos(
  db: Queryable,
  address: { claimId: string; ownerId: string },
): Promise<PhotoRow[]> {
  const { rows } = await db.query<PhotoRow>(
    `select ${COLUMNS} from claim_photos
     where claim_id = $1 and owner_id = $2 and state = 'received' order by created_at, id`,
    [address.claimId, address.ownerId],
  );
  return rows;
}

/** For a signed address: the signature stands for the owner, and was made for exactly this claim and photo. */
export async function findPhoto(
  db: Queryable,
  address: { claimId: string; photoId: string },
): Promise<PhotoRow | undefined> {
  const { rows } = await db.query<PhotoRow>(
    `select ${COLUMNS} from claim_photos where id = $1 and claim_id = $2 and state = 'received'`,
    [address.photoId, address.claimId],
  );
  return rows[0];
}

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
 * Takes the next photos whose work is not finished, whatever their age, and puts them off: a process that dies in the
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
         or (state = 'received' and announced_at is null)
         or (state = 'removed' and (withdrawal_announced_at is null or files_gone_at is null)))
       order by due_at limit $1 for update skip locked)
     returning ${COLUMNS}, attempts, withdrawal_announced_at`,
    [limit],
  );
  return rows;
}
