import type { IncomingMessage } from 'node:http';
import { uuidv7 } from 'uuidv7';
import type { FieldCipher } from '../crypto/field-cipher';
import { Problem } from '../http/problem';
import { refuseByKind } from './clean-picture';
import { finishUpload, type FinishDeps } from './finish-upload';
import { MAX_PHOTO_BYTES, photoProblems } from './photo-problems';
import { newPhotoKey } from './photo-seal';
import { chunkKey } from './photo-store';
import type { PictureQueue } from './picture-queue';
import { receiveChunk, type Chunk } from './receive-chunk';
import { sweepUploads } from './swept-uploads';
import {
  appendChunk,
  findByRequest,
  findUpload,
  giveUp,
  insertUpload,
  type UploadAddress,
  type UploadRow,
} from './upload-rows';

/** Small enough to get through a bad network within a minute with two others beside it. */
export const CHUNK_BYTES = 256 * 1024;

export interface NewPhotoUpload {
  claimId: string;
  ownerId: string;
  /** By which link; its request ids are its own. */
  linkId?: string;
  requestKey: string;
  shot: string;
  bytes: number;
  /** What the phone believes it is; only the content counts in the end. */
  mediaType: string;
}

export interface PhotoUpload {
  id: string;
  shot: string;
  bytes: number;
  chunkBytes: number;
  receivedBytes: number;
  complete: boolean;
}

export interface PhotoPiece {
  offset: number;
  /** With the last piece: of the whole file, in hex. */
  sha256?: string;
}

/**
 * Photos that arrive piece by piece, over any number of connections, servers and restarts. What was answered as received
 * lies durably in the storage, sealed; a piece that comes again changes nothing.
 */
export interface PhotoUploads {
  /**
   * The same request id again is the same upload; `check` is asked for a new one only.
   * @throws Problem 409 PHOTO_LIMIT_REACHED, 422
   */
  begin(
    upload: NewPhotoUpload,
    check?: () => Promise<void>,
  ): Promise<{ upload: PhotoUpload; replayed: boolean }>;
  /** @throws Problem 404 for what is not the caller's, or was given up */
  find(address: UploadAddress): Promise<PhotoUpload>;
  receive(address: UploadAddress, piece: PhotoPiece, request: IncomingMessage): Promise<PhotoUpload>;
  /** @returns false when no upload is open there */
  giveUp(address: UploadAddress): Promise<boolean>;
  sweep(): Promise<void>;
}

export interface PhotoUploadsDeps extends FinishDeps {
  cipher: FieldCipher;
  pictures: PictureQueue;
}

const cellOf = (rowId: string) => ({ column: 'bff.photo_uploads.content_key_sealed', rowId });
const HASH_DIGITS = 64;

const shown = (row: UploadRow): PhotoUpload => ({
  id: row.id,
  shot: row.shot,
  bytes: row.bytes,
  chunkBytes: row.chunk_bytes,
  receivedBytes: row.received_bytes,
  complete: row.state === 'done',
});

function refuseByWords({ bytes, mediaType }: NewPhotoUpload): void {
  if (bytes > MAX_PHOTO_BYTES) throw photoProblems.tooLarge();
  if (/^image\/hei[cf]/.test(mediaType)) throw photoProblems.heic();
  if (/^image\/(gif|svg|tiff|bmp|avif)/.test(mediaType)) throw photoProblems.unsupported();
}

function replayed(earlier: UploadRow, asked: NewPhotoUpload): { upload: PhotoUpload; replayed: true } {
  const same =
    earlier.claim_id === asked.claimId && earlier.shot === asked.shot && earlier.bytes === asked.bytes;
  if (!same)
    throw new Problem(422, 'IDEMPOTENCY_KEY_REUSED', '这个请求编号已经用于另一张照片，请重新选照片再传');
  if (earlier.state === 'givenUp') throw photoProblems.uploadOver();
  return { upload: shown(earlier), replayed: true };
}

interface Place {
  chunk: number;
  bytes: number;
  isLast: boolean;
}

/** Pieces are cut alike on every phone, so that one that comes again can be compared. */
function placeOf(row: UploadRow, offset: number): Place {
  if (offset % row.chunk_bytes !== 0 || offset >= row.bytes) throw photoProblems.wrongPiece(row.chunk_bytes);
  const bytes = Math.min(row.chunk_bytes, row.bytes - offset);
  return { chunk: offset / row.chunk_bytes, bytes, isLast: offset + bytes === row.bytes };
}

function compare(row: UploadRow, { chunk }: Place, { sha256 }: Chunk): void {
  const kept = row.chunk_hashes.slice(chunk * HASH_DIGITS, (chunk + 1) * HASH_DIGITS);
  if (kept === '') throw photoProblems.gap(row.received_bytes);
  if (kept !== sha256) throw photoProblems.changed(row.received_bytes);
}

class StoredUploads implements PhotoUploads {
  constructor(private readonly deps: PhotoUploadsDeps) {}

  async begin(
    asked: NewPhotoUpload,
    check?: () => Promise<void>,
  ): Promise<{ upload: PhotoUpload; replayed: boolean }> {
    const { linkId, requestKey: key } = asked;
    const upload = { ...asked, requestKey: linkId === undefined ? key : `link ${linkId} ${key}` };
    refuseByWords(upload);
    const known = await findByRequest(this.deps.pool, upload);
    if (known) return replayed(known, upload);
    await check?.();
    const id = uuidv7();
    const contentKeySealed = this.deps.cipher.seal(newPhotoKey().toString('base64'), cellOf(id));
    const row = { ...upload, id, chunkBytes: CHUNK_BYTES, contentKeySealed };
    const begun = await insertUpload(this.deps.pool, row);
    if (begun) return { upload: shown(begun), replayed: false };
    const earlier = await findByRequest(this.deps.pool, upload);
    if (!earlier) throw photoProblems.tooMany();
    return replayed(earlier, upload);
  }

  async find(address: UploadAddress): Promise<PhotoUpload> {
    return shown(await this.row(address));
  }

  async receive(
    address: UploadAddress,
    { offset, sha256 }: PhotoPiece,
    request: IncomingMessage,
  ): Promise<PhotoUpload> {
    const row = await this.row(address);
    const place = placeOf(row, offset);
    if (sha256 !== undefined && !place.isLast) throw photoProblems.wrongPiece(row.chunk_bytes);
    if (offset > row.received_bytes) throw photoProblems.gap(row.received_bytes);
    const isNew = row.state === 'open' && offset === row.received_bytes;
    const kept = isNew ? await this.keep(row, place, request) : await this.again(row, place, request);
    return sha256 === undefined ? shown(kept) : this.finish(address, kept, sha256);
  }

  giveUp(address: UploadAddress): Promise<boolean> {
    return giveUp(this.deps.pool, address);
  }

  sweep(): Promise<void> {
    return sweepUploads(this.deps);
  }

  private async row(address: UploadAddress): Promise<UploadRow> {
    const row = await findUpload(this.deps.pool, address);
    if (!row || row.state === 'givenUp') throw photoProblems.uploadOver();
    return row;
  }

  private keyOf({ id, content_key_sealed: sealed }: UploadRow): Buffer {
    if (!sealed) throw photoProblems.uploadOver();
    return Buffer.from(this.deps.cipher.open(sealed, cellOf(id)), 'base64');
  }

  private async keep(row: UploadRow, place: Place, request: IncomingMessage): Promise<UploadRow> {
    const { pool, store } = this.deps;
    const where = chunkKey(row.id, place.chunk);
    const seal = { key: this.keyOf(row), place: where };
    const chunk = await receiveChunk(request, { bytes: place.bytes, chunkBytes: row.chunk_bytes, seal });
    if (place.chunk === 0) refuseByKind(chunk.head);
    if (chunk.sealed) await store.put(where, chunk.sealed);
    const { sha256 } = chunk;
    const kept = await appendChunk(pool, {
      id: row.id,
      offset: row.received_bytes,
      bytes: place.bytes,
      sha256,
    });
    if (kept) return kept;
    // The same piece came twice at once, or the upload has ended meanwhile.
    const linkId = row.link_id ?? undefined;
    const now = await findUpload(pool, { id: row.id, claimId: row.claim_id, ownerId: row.owner_id, linkId });
    if (now?.state !== 'open') await store.remove(where);
    if (!now || now.state === 'givenUp') throw photoProblems.uploadOver();
    compare(now, place, chunk);
    return now;
  }

  private async again(row: UploadRow, place: Place, request: IncomingMessage): Promise<UploadRow> {
    compare(row, place, await receiveChunk(request, { bytes: place.bytes, chunkBytes: row.chunk_bytes }));
    return row;
  }

  private async finish(address: UploadAddress, row: UploadRow, sha256: string): Promise<PhotoUpload> {
    if (row.state === 'open') {
      const finishing = { row, key: this.keyOf(row), sha256 };
      await this.deps.pictures.run(() => finishUpload(this.deps, finishing));
    }
    const now = await this.row(address);
    if (now.state !== 'done') throw photoProblems.inProgress();
    if (now.sha256 !== sha256) throw photoProblems.changed(now.received_bytes);
    return shown(now);
  }
}

export const createPhotoUploads = (deps: PhotoUploadsDeps): PhotoUploads => new StoredUploads(deps);
