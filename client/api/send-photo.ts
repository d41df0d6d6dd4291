import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type * as z from 'zod/mini';
import { openPhoto } from '@/platform/photo-vault';
import type { OpenPhoto } from '@/platform/photo-vault-types';
import type { Shot } from '../../bff/features/claims/contract';
import { ownPhotoProgress, photoOfForm } from '../../bff/features/claims/contract/photo-progress';
import { uploadFile, write } from './client';

type Progress = z.infer<typeof ownPhotoProgress>;

/** What the server calls it, and where its owner can look at it. */
export interface SentPhoto {
  id: string;
  thumbUrl: string | undefined;
}

/** Where a photo is handed in: as a member, or by a link. */
export interface Door {
  /** Begun here, and its pieces below. */
  uploads: string;
  /** Taken in one form here. */
  form: string;
  headers?: Record<string, string>;
}

export interface PhotoToSend {
  door: Door;
  shot: Shot;
  /** Where it is kept, and where it can be sent from as one file. */
  ref: string;
  path: string;
  /** Of the photo, not of the try: beginning again under it goes on where it stopped. */
  requestId: string;
  onProgress: (percent: number) => void;
}

/** WeChat ends a request after 60 s; a piece is far below that even on a bad network. */
const PIECE_TIMEOUT_MS = 55_000;
const WHOLE_PERCENT = 100;

const begin = ({ door, shot, requestId }: PhotoToSend, { bytes, mediaType }: OpenPhoto): Promise<Progress> =>
  write({
    method: 'POST',
    path: door.uploads,
    headers: door.headers,
    body: { shot, bytes, mediaType },
    schema: ownPhotoProgress,
    idempotencyKey: requestId,
  });

/** What has arrived stays arrived: only the pieces after it go out, and the hash is taken over all of them as they are read. */
async function sendPieces(wanted: PhotoToSend, file: OpenPhoto, begun: Progress): Promise<Progress> {
  const { door, onProgress } = wanted;
  const { photoId, bytes, chunkBytes, receivedBytes } = begun;
  const hash = sha256.create();
  let progress = begun;
  for (let from = 0; from < bytes && !progress.complete; from += chunkBytes) {
    const piece = await file.read(from, chunkBytes);
    hash.update(new Uint8Array(piece));
    const isLast = from + chunkBytes >= bytes;
    if (!isLast && from + chunkBytes <= receivedBytes) continue;
    progress = await write({
      method: 'PUT',
      path: `${door.uploads}/${encodeURIComponent(photoId)}/content`,
      headers: door.headers,
      query: isLast ? { offset: from, final: true, sha256: bytesToHex(hash.digest()) } : { offset: from },
      body: piece,
      schema: ownPhotoProgress,
      timeoutMs: PIECE_TIMEOUT_MS,
    });
    onProgress(Math.round((progress.receivedBytes / bytes) * WHOLE_PERCENT));
  }
  return progress;
}

/** A photo in pieces that go on after any break; as one form where this phone cannot read a file in pieces. */
export async function sendPhoto(wanted: PhotoToSend): Promise<SentPhoto | undefined> {
  const { door, shot, ref, path, requestId, onProgress } = wanted;
  const file = await openPhoto(ref);
  if (!file) {
    const form = {
      path: door.form,
      headers: door.headers,
      filePath: path,
      fileField: 'file',
      fields: { shot },
    };
    const { photoId, thumbUrl } = await uploadFile({
      ...form,
      schema: photoOfForm,
      idempotencyKey: requestId,
      onProgress,
    });
    return photoId === undefined ? undefined : { id: photoId, thumbUrl };
  }
  const begun = await begin(wanted, file);
  onProgress(Math.round((begun.receivedBytes / begun.bytes) * WHOLE_PERCENT));
  const { photoId, photo } = await sendPieces(wanted, file, begun);
  return { id: photoId, thumbUrl: photo?.thumbUrl };
}
