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

export type Queryable = Pick<Pool, 'query'> | Pick<PoolClient, 'query'>;
export const PHOTO_COLUMNS =
  'id, claim_id, owner_id, shot, state, sha256, content_key_sealed, created_at, announced_at, files_gone_at';
/** Of uploads that reach for the same slot one wins, so after this many rounds the claim is full. */
const SLOT_TRIES = MAX_PHOTOS_A_CLAIM + 1;
/** A row that is still `storing` after this belongs to a process that died. */
const STORING_LEASE = '2 minutes';

/**
 * The id under which the pictures of a claim are kept now. A report that waits for core is handed over under a lock on its
 * row; who holds this share of it until the end of the transaction writes before or after that, never in between.
 */
async function lockedClaimId(transaction: PoolClient, claimId: string): Promise<string> {
  const { rows } = await transaction.query<{ claim_id: string | null }>(
    'select claim_id from queued_reports where id = $1 for share',
    [claimId],
  );
  return rows[0]?.claim_id ?? claimId;
}

const INSERT = `with free as (
     select min(slot) as slot from generate_series(1, $10::int) as slot
     where not exists (select 1 from claim_photos p
                       where p.claim_id = $2 and p.slot = slot.slot and p.state <> 'removed')
   ), inserted as (
     insert into claim_photos
       (id, claim_id, owner_id, slot, shot, sha256, bytes, width, height, content_key_sealed, state, due_at)
     select $1, $2, $3, free.slot, $4, $5, $6, $7, $8, $9, $11, now() + $12::interval
     from free where free.slot is not null
     on conflict (claim_id, slot) where state <> 'removed' do nothing
     returning ${PHOTO_COLUMNS}
   )
   select (select slot from free) as free, inserted.* from (select) as one left join inserted on true`;

/** @returns undefined when the claim has no slot left */
export async function insertPhoto(
  transaction: PoolClient,
  photo: NewPhoto,
  state: 'storing' | 'received',
): Promise<PhotoRow | undefined> {
  const { id, ownerId, shot, sha256, bytes, width, height, contentKeySealed } = photo;
  const claimId = await lockedClaimId(transaction, photo.claimId);
  const picture = [shot, sha256, bytes, width, height, contentKeySealed];
  const due = state === 'storing' ? STORING_LEASE : '0 seconds';
  const values = [id, claimId, ownerId, ...picture, MAX_PHOTOS_A_CLAIM, state, due];
  for (let tries = 0; tries < SLOT_TRIES; tries += 1) {
    const { rows } = await transaction.query<PhotoRow & { free: number | null }>(INSERT, values);
    if (rows[0]?.id) return rows[0];
    if (rows[0]?.free === null) return undefined;
  }
  return undefined;
}

/** @returns undefined when the reservation was given up meanwhile */
export async function completePhoto(db: Queryable, photoId: string): Promise<PhotoRow | undefined> {
  const { rows } = await db.query<PhotoRow>(
    `update claim_photos set state = 'received', due_at = now() where id = $1 and state = 'storing' returning ${PHOTO_COLUMNS}`,
    [photoId],
  );
  return rows[0];
}

/** Harmless for one that has become a photo meanwhile. */
export async function abandonPhoto(db: Queryable, photoId: string): Promise<void> {
  await db.query(
    `update claim_photos set state = 'removed', content_key_sealed = null, removed_at = now(), due_at = now(), withdrawal_announced_at = now()
     where id = $1 and state = 'storing'`,
    [photoId],
  );
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
    `select ${PHOTO_COLUMNS} from claim_photos
     where claim_id = $1 and owner_id = $2 and state = 'received' order by created_at, id`,
    [address.claimId, address.ownerId],
  );
  return rows;
}

/**
 * For a signed address: the signature stands for the owner, and was made for exactly this claim and photo. One made while
 * the report waited for core stays good when the picture has moved to the claim.
 */
export async function findPhoto(
  db: Queryable,
  address: { claimId: string; photoId: string },
): Promise<PhotoRow | undefined> {
  const { rows } = await db.query<PhotoRow>(
    `select ${PHOTO_COLUMNS} from claim_photos
     where id = $1 and state = 'received' and (claim_id = $2
       or claim_id = (select q.claim_id from queued_reports q where q.id = $2))`,
    [address.photoId, address.claimId],
  );
  return rows[0];
}

/**
 * The pictures of a report that core has taken now. Somebody may have sent some to the claim itself a moment ago, so each
 * gets the next free slot there.
 */
export async function movePhotos(
  transaction: PoolClient,
  { from, into }: { from: string; into: string },
): Promise<void> {
  await transaction.query(
    `with moving as (
       select id, row_number() over (order by slot) as turn from claim_photos where claim_id = $1 and state <> 'removed'
     ), free as (
       select slot, row_number() over (order by slot) as turn from generate_series(1, $3::int) as slot
       where not exists (select 1 from claim_photos p where p.claim_id = $2 and p.slot = slot.slot and p.state <> 'removed')
     ), placed as (
       select moving.id, free.slot from moving join free using (turn)
     )
     update claim_photos p set claim_id = $2, slot = coalesce(placed.slot, p.slot)
     from claim_photos old left join placed on placed.id = old.id
     where p.id = old.id and old.claim_id = $1 and (placed.id is not null or old.state = 'removed')`,
    [from, into, MAX_PHOTOS_A_CLAIM],
  );
}
