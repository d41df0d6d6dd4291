import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type * as z from 'zod/mini';
import { write } from '@/api/client';
import { openPhoto } from '@/platform/photo-vault';
import type { OpenPhoto } from '@/platform/photo-vault-types';
import type { Photo, Shot } from '../../../../bff/features/claims/contract';
import { photoUpload } from '../../../../bff/features/claims/contract/photo-upload';
import { uploadPhoto } from '../api';

type Progress = z.infer<typeof photoUpload>;

interface PhotoToSend {
  claimId: string;
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

const below = (claimId: string): string => `/claims/${encodeURIComponent(claimId)}/photos`;

const begin = (
  { claimId, shot, requestId }: PhotoToSend,
  { bytes, mediaType }: OpenPhoto,
): Promise<Progress> =>
  write({
    method: 'POST',
    path: below(claimId),
    body: { shot, bytes, mediaType },
    schema: photoUpload,
    idempotencyKey: requestId,
  });

/** What has arrived stays arrived: only the pieces after it go out, and the hash is taken over all of them as they are read. */
async function sendPieces(wanted: PhotoToSend, file: OpenPhoto, begun: Progress): Promise<Progress> {
  const { claimId, onProgress } = wanted;
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
      path: `${below(claimId)}/${encodeURIComponent(photoId)}/content`,
      query: isLast ? { offset: from, final: true, sha256: bytesToHex(hash.digest()) } : { offset: from },
      body: piece,
      schema: photoUpload,
      timeoutMs: PIECE_TIMEOUT_MS,
    });
    onProgress(Math.round((progress.receivedBytes / bytes) * WHOLE_PERCENT));
  }
  return progress;
}

/** A photo in pieces that go on after any break; as one form where this phone cannot read a file in pieces. */
export async function sendPhoto(wanted: PhotoToSend): Promise<Photo | undefined> {
  const { claimId, shot, ref, path, requestId, onProgress } = wanted;
  const file = await openPhoto(ref);
  if (!file) return uploadPhoto({ claimId, shot, path, idempotencyKey: requestId, onProgress });
  const begun = await begin(wanted, file);
  onProgress(Math.round((begun.receivedBytes / begun.bytes) * WHOLE_PERCENT));
  return (await sendPieces(wanted, file, begun)).photo;
}
