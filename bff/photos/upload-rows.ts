import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../database/transaction';
import { makeRoom } from './link-places';
import { MAX_PHOTOS_A_CLAIM } from './photo-problems';

export interface UploadRow {
  id: string;
  claim_id: string;
  owner_id: string;
  link_id: string | null;
  shot: string;
  bytes: number;
  chunk_bytes: number;
  received_bytes: number;
  chunk_hashes: string;
  state: 'open' | 'done' | 'givenUp';
  sha256: string | null;
  content_key_sealed: Buffer | null;
}

export interface NewUpload {
  id: string;
  claimId: string;
  ownerId: string;
  linkId?: string | undefined;
  requestKey: string;
  shot: string;
  bytes: number;
  chunkBytes: number;
  contentKeySealed: Buffer;
}

/** Whose upload of which claim; of a report that waited for core either id will do. */
export interface UploadAddress {
  id: string;
  claimId: string;
  ownerId: string;
  /** By which link it comes; a member's own comes by none. */
  linkId?: string | undefined;
}

const COLUMNS =
  'id, claim_id, owner_id, link_id, shot, bytes, chunk_bytes, received_bytes, chunk_hashes, state, sha256, content_key_sealed';
/** A few more than there are places: some are begun on a phone that never comes back. */
const MAX_OPEN_A_CLAIM = 2 * MAX_PHOTOS_A_CLAIM;
/** Putting a picture together takes seconds; a process that died in the middle holds it up no longer than this. */
const LEASE = '30 seconds';

/**
 * What comes by a link has its own places and takes none of the member's.
 * @returns undefined when the request id is taken, or nothing more may be begun
 * @throws Problem 404 or 409 PHOTO_LINK_USED_UP for a link that has ended
 */
export function insertUpload(db: Pool, upload: NewUpload): Promise<UploadRow | undefined> {
  const { linkId } = upload;
  if (linkId === undefined) return insertRow(db, upload);
  return inTransaction(db, async (transaction) => {
    await makeRoom(transaction, { ...upload, linkId });
    return insertRow(transaction, upload);
  });
}

async function insertRow(db: Pool | PoolClient, upload: NewUpload): Promise<UploadRow | undefined> {
  const { id, claimId, ownerId, linkId, requestKey, shot, bytes, chunkBytes, contentKeySealed } = upload;
  const { rows } = await db.query<UploadRow>(
    `insert into photo_uploads (id, claim_id, owner_id, request_key, shot, bytes, chunk_bytes, content_key_sealed, link_id)
     select $1, $2, $3, $4, $5, $6, $7, $8, $11
     where ($11::text is not null or (select count(*) from photo_uploads
              where claim_id = $2 and owner_id = $3 and link_id is null and state = 'open') < $9)
       and (select count(*) from claim_photos where claim_id = $2 and state <> 'removed') < $10
     on conflict (owner_id, request_key) do nothing
     returning ${COLUMNS}`,
    [
      id,
      claimId,
      ownerId,
      requestKey,
      shot,
      bytes,
      chunkBytes,
      contentKeySealed,
      MAX_OPEN_A_CLAIM,
      MAX_PHOTOS_A_CLAIM,
      linkId ?? null,
    ],
  );
  return rows[0];
}

export async function findByRequest(
  db: Pool,
  { ownerId, requestKey }: { ownerId: string; requestKey: string },
): Promise<UploadRow | undefined> {
  const { rows } = await db.query<UploadRow>(
    `select ${COLUMNS} from photo_uploads where owner_id = $1 and request_key = $2`,
    [ownerId, requestKey],
  );
  return rows[0];
}

const ADDRESSED = `id = $1 and owner_id = $3 and link_id is not distinct from $4
  and (claim_id = $2 or claim_id in (select q.id from queued_reports q where q.claim_id = $2))`;

export async function findUpload(db: Pool, address: UploadAddress): Promise<UploadRow | undefined> {
  const { rows } = await db.query<UploadRow>(`select ${COLUMNS} from photo_uploads where ${ADDRESSED}`, [
    address.id,
    address.claimId,
    address.ownerId,
    address.linkId ?? null,
  ]);
  return rows[0];
}

/** Only ever at the end of what has arrived. @returns undefined when something else arrived meanwhile */
export async function appendChunk(
  db: Pool,
  chunk: { id: string; offset: number; bytes: number; sha256: string },
): Promise<UploadRow | undefined> {
  const { rows } = await db.query<UploadRow>(
    `update photo_uploads
     set received_bytes = received_bytes + $3, chunk_hashes = chunk_hashes || $4, touched_at = now()
     where id = $1 and received_bytes = $2 and state = 'open' returning ${COLUMNS}`,
    [chunk.id, chunk.offset, chunk.bytes, chunk.sha256],
  );
  return rows[0];
}

/** @returns undefined when another attempt puts the picture together, or has done so */
export async function takeLease(
  db: Pool,
  { id, leaseToken }: { id: string; leaseToken: string },
): Promise<UploadRow | undefined> {
  const { rows } = await db.query<UploadRow>(
    `update photo_uploads set lease_token = $2, lease_until = now() + interval '${LEASE}', touched_at = now()
     where id = $1 and state = 'open' and received_bytes = bytes and (lease_until is null or lease_until <= now())
     returning ${COLUMNS}`,
    [id, leaseToken],
  );
  return rows[0];
}

/** Back to what can be trusted; all of it with no change. */
export async function releaseLease(
  db: Pool,
  held: { id: string; leaseToken: string },
  keepChunks?: number,
): Promise<void> {
  await db.query(
    `update photo_uploads set lease_until = null, lease_token = null,
       received_bytes = least(received_bytes, chunk_bytes * coalesce($3::int, bytes)),
       chunk_hashes = left(chunk_hashes, 64 * coalesce($3::int, bytes))
     where id = $1 and lease_token = $2 and state = 'open'`,
    [held.id, held.leaseToken, keepChunks ?? null],
  );
}

/** @returns false when the lease has passed to somebody else, or the upload was given up */
export async function markDone(
  transaction: PoolClient,
  { id, leaseToken, sha256 }: { id: string; leaseToken: string; sha256: string },
): Promise<boolean> {
  const { rowCount } = await transaction.query(
    `update photo_uploads set state = 'done', sha256 = $3, content_key_sealed = null, touched_at = now()
     where id = $1 and lease_token = $2 and state = 'open'`,
    [id, leaseToken, sha256],
  );
  return rowCount === 1;
}

/** Taken back before it was whole. @returns false when there is no such upload that is still open */
export async function giveUp(db: Pool, address: UploadAddress): Promise<boolean> {
  const { rowCount } = await db.query(
    `update photo_uploads set state = 'givenUp', content_key_sealed = null, touched_at = now()
     where ${ADDRESSED} and state = 'open'`,
    [address.id, address.claimId, address.ownerId, address.linkId ?? null],
  );
  return rowCount === 1;
}
