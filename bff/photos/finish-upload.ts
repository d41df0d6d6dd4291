import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import { inTransaction } from '../database/transaction';
import { Problem } from '../http/problem';
import type { ClaimPhotos } from './claim-photos';
import { cleanPicture } from './clean-picture';
import { photoProblems } from './photo-problems';
import { openPhoto } from './photo-seal';
import { chunkKey, type PhotoStore } from './photo-store';
import { outOfRoom } from './storage-fault';
import { noteChunksGone, removeUploadFiles } from './swept-uploads';
import { markDone, releaseLease, takeLease, type UploadRow } from './upload-rows';

export interface FinishDeps {
  pool: Pool;
  store: PhotoStore;
  photos: Pick<ClaimPhotos, 'storeFiles' | 'keep'>;
  links: {
    /** Takes one picture off the link it came by, with the photo itself. @throws Problem 404 or 409 when it has ended */
    spend(transaction: PoolClient, linkId: string, photo: { id: string; shot: string }): Promise<number>;
  };
  /** Where a picture lies in one piece while it is looked at. */
  folder: string;
  log: Logger;
}

interface Finishing {
  row: UploadRow;
  key: Buffer;
  /** What the phone says the whole file hashes to. */
  sha256: string;
}

/** The pieces are not what they were: from this chunk on they have to come again. */
class Rewind extends Error {
  constructor(
    readonly keepChunks: number,
    readonly problem: Problem,
  ) {
    super('the pieces of a photo have to come again');
  }
}

async function readChunk(store: PhotoStore, { row, key }: Finishing, chunk: number): Promise<Buffer> {
  const place = chunkKey(row.id, chunk);
  const lost = () => new Rewind(chunk, photoProblems.gap(chunk * row.chunk_bytes));
  const sealed = await store.get(place);
  if (!sealed) throw lost();
  try {
    return openPhoto(key, place, sealed);
  } catch {
    throw lost();
  }
}

/** One piece in memory at a time. */
async function putTogether(store: PhotoStore, finishing: Finishing, file: string): Promise<void> {
  const { row, sha256 } = finishing;
  const digest = createHash('sha256');
  const handle = await open(file, 'wx', 0o600);
  try {
    for (let chunk = 0; chunk * row.chunk_bytes < row.bytes; chunk += 1) {
      const piece = await readChunk(store, finishing, chunk);
      digest.update(piece);
      await handle.writeFile(piece);
    }
  } finally {
    await handle.close();
  }
  if (digest.digest('hex') !== sha256) throw new Rewind(0, photoProblems.changed(0));
}

async function drawAnew(deps: FinishDeps, finishing: Finishing) {
  const { store, folder } = deps;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, randomUUID());
  try {
    await putTogether(store, finishing, file);
    return await cleanPicture(file);
  } catch (error) {
    throw outOfRoom(error) ? photoProblems.notStored() : error;
  } finally {
    await rm(file, { force: true });
  }
}

async function keepPhoto(deps: FinishDeps, finishing: Finishing, leaseToken: string): Promise<void> {
  const { row, key, sha256 } = finishing;
  const { id, claim_id: claimId, owner_id: ownerId, link_id: linkId, shot } = row;
  const picture = await drawAnew(deps, finishing);
  await deps.photos.storeFiles({ id, key, picture });
  await inTransaction(deps.pool, async (transaction) => {
    if (!(await markDone(transaction, { id, leaseToken, sha256 }))) throw photoProblems.inProgress();
    await deps.photos.keep(transaction, { id, claimId, ownerId, shot, key, picture });
    if (linkId !== null) await deps.links.spend(transaction, linkId, { id, shot });
  });
}

async function tidyUp({ pool, store, log }: FinishDeps, { row }: Finishing): Promise<void> {
  try {
    await removeUploadFiles(store, { ...row, state: 'done' });
    await noteChunksGone(pool, row.id);
  } catch (error) {
    log.warn({ err: error, photoId: row.id }, 'pieces of a photo are left to the sweep');
  }
}

/**
 * Makes a photo of an upload that is whole. It happens once however often it is asked for; a process that dies in the
 * middle leaves every piece where it was.
 * @returns false when another attempt is at it, or was just now
 * @throws Problem 409 REQUEST_IN_PROGRESS or PHOTO_GAP, 422 PHOTO_CHANGED or what is wrong with the picture, 503
 */
export async function finishUpload(deps: FinishDeps, finishing: Finishing): Promise<boolean> {
  const held = { id: finishing.row.id, leaseToken: randomUUID() };
  if (!(await takeLease(deps.pool, held))) return false;
  try {
    await keepPhoto(deps, finishing, held.leaseToken);
  } catch (error) {
    const rewind = error instanceof Rewind ? error : undefined;
    // What is no picture never becomes one: it has to come again before it is decoded again.
    const keepChunks = error instanceof Problem && error.status === 422 ? 0 : rewind?.keepChunks;
    await releaseLease(deps.pool, held, keepChunks).catch((failure: unknown) =>
      deps.log.warn({ err: failure, photoId: held.id }, 'the lease of an upload ends by itself'),
    );
    throw rewind?.problem ?? error;
  }
  await tidyUp(deps, finishing);
  return true;
}
