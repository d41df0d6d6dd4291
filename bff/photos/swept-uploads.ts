import type { Pool } from 'pg';
import { chunkKey, photoVariants, storeKey, type PhotoStore } from './photo-store';

/** Somebody may come home, charge the phone and go on with it. */
const GIVEN_UP_AFTER = '7 days';
/** As long as a request id may come again. */
const FORGOTTEN_AFTER = '30 days';
/** A write that was on its way when an upload ended has long arrived or failed by then. */
const SETTLED_AFTER = '2 minutes';
const BATCH = 50;

export interface EndedUpload {
  id: string;
  bytes: number;
  chunk_bytes: number;
  state: 'done' | 'givenUp';
}

/** The chunks of an upload that has ended, and what was drawn of one that never became a photo. */
export async function removeUploadFiles(store: PhotoStore, upload: EndedUpload): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(upload.bytes / upload.chunk_bytes) }, (_, chunk) =>
    chunkKey(upload.id, chunk),
  );
  const drawn = photoVariants.map((variant) => storeKey(upload.id, variant));
  const keys = upload.state === 'done' ? chunks : [...chunks, ...drawn];
  await Promise.all(keys.map((key) => store.remove(key)));
}

export async function noteChunksGone(pool: Pool, id: string): Promise<void> {
  await pool.query('update photo_uploads set chunks_gone_at = now() where id = $1', [id]);
}

async function removeEnded(pool: Pool, store: PhotoStore): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<EndedUpload>(
      `select id, bytes, chunk_bytes, state from photo_uploads
       where state <> 'open' and chunks_gone_at is null and touched_at < now() - interval '${SETTLED_AFTER}' limit ${String(BATCH)}`,
    );
    for (const upload of rows) {
      await removeUploadFiles(store, upload);
      await noteChunksGone(pool, upload.id);
    }
    if (rows.length < BATCH) return;
  }
}

/** Nothing comes by a link that is over or used up. */
async function endWithTheirLinks(pool: Pool): Promise<void> {
  await pool.query(
    `update photo_uploads u set state = 'givenUp', content_key_sealed = null, touched_at = now()
     from photo_links l
     where l.id = u.link_id and u.state = 'open' and (u.lease_until is null or u.lease_until < now())
       and (l.ended_at is not null or l.expires_at <= now() or l.photos_left = 0)`,
  );
}

/** Ends what nobody went on with or can go on with, removes the files of what has ended, and forgets it in the end. */
export async function sweepUploads({ pool, store }: { pool: Pool; store: PhotoStore }): Promise<void> {
  await pool.query(
    `update photo_uploads set state = 'givenUp', content_key_sealed = null
     where state = 'open' and touched_at < now() - interval '${GIVEN_UP_AFTER}' and (lease_until is null or lease_until < now())`,
  );
  await endWithTheirLinks(pool);
  await removeEnded(pool, store);
  await pool.query(
    `delete from photo_uploads where chunks_gone_at is not null and touched_at < now() - interval '${FORGOTTEN_AFTER}'`,
  );
}
