/**
 * A photo in pieces, for networks that break off: begin it, send piece after piece, ask what has arrived, go on from there
 * at any time within a week. Pieces are `chunkBytes` long, the last one is what remains.
 */
import * as z from 'zod/mini';
import { shot } from '../../../upstream/core/contract/claims';
import { photo } from '../contract';
import { photoProgress } from './photo-progress';

/** `POST /claims/{id}/photos` ⟳ */
export const photoUploadRequest = z.strictObject({
  shot,
  bytes: z.int().check(z.gte(1, '这张照片是空的，请重新选一张')),
  mediaType: z.string().check(z.maxLength(100)),
});

/** `GET /claims/{id}/photos/{photoId}` and the answer of every step. */
export const photoUpload = z.object({
  ...photoProgress.shape,
  shot,
  /** Once it is complete, unless it was taken back. */
  photo: z.optional(photo),
});

/** `PUT /claims/{id}/photos/{photoId}/content`: with `final` also `sha256`, of the whole file. */
export const photoPieceQuery = z
  .strictObject({
    offset: z.coerce.number().check(z.int(), z.gte(0)),
    final: z.optional(z.enum(['true', 'false'])),
    sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  })
  .check(
    z.refine((query) => (query.final === 'true') === (query.sha256 !== undefined), {
      error: '最后一段要带上整张照片的 sha256',
      path: ['sha256'],
    }),
  );
