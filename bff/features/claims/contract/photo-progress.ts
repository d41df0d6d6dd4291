/** What a phone has to know while a photo is on its way, whoever sends it: light enough to be there when the app starts. */
import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';

export const PHOTO_LINK_HEADER = 'X-Photo-Link';

export const photoProgress = z.object({
  photoId: opaqueId,
  bytes: z.int(),
  chunkBytes: z.int(),
  /** Lies durably with us: go on here. */
  receivedBytes: z.int(),
  complete: z.boolean(),
});

/** The same, and where its owner can look at it once it has arrived. */
export const ownPhotoProgress = z.object({
  ...photoProgress.shape,
  photo: z.optional(z.object({ thumbUrl: z.string() })),
});

/** Of a photo that came as one form. */
export const photoOfForm = z.object({ photoId: z.optional(opaqueId), thumbUrl: z.optional(z.string()) });
