/**
 * A link by SMS for a driver who is no member: pictures for one claim, nothing else. The token travels in the link's
 * fragment (`#/p?t=…`) and then in the header `X-Photo-Link`, never in an address that a server logs.
 */
import * as z from 'zod/mini';
import { instant, opaqueId } from '../../../http/contract';
import { isMobile } from '../../../identifiers';
import { requiredShot, scenario, shot } from '../../../upstream/core/contract/claims';

/** `POST /claims/{id}/photo-links` ⟳: sends the link; at most one lives per claim and phone. */
export const photoLinkRequest = z.strictObject({
  phone: z.string({ error: '请填写手机号' }).check(z.maxLength(20), z.refine(isMobile, '请填写 11 位手机号')),
});
export const photoLinkReceipt = z.object({
  id: opaqueId,
  phoneMasked: z.string(),
  expiresAt: instant,
  photosLeft: z.int(),
});

/** `GET /photo-link` with the token: as much as somebody beside the car needs to know. */
export const photoLinkView = z.object({
  plateMasked: z.string(),
  occurredAt: instant,
  scenario,
  /** What is still wanted, and what this link has sent. */
  required: z.array(requiredShot),
  /** Sent through this link; they cannot be looked at again with it. */
  sent: z.array(z.object({ shot, at: instant })),
  photosLeft: z.int(),
  expiresAt: instant,
});

/** `POST /photo-link/uploads` ⟳ and below: in pieces like the member's upload. */
export const photoLinkUploadParams = z.strictObject({ photoId: opaqueId });

/** `POST /photo-link/photos` ⟳, multipart like the member's upload. */
export const photoLinkPhoto = z.object({ shot, at: instant, photosLeft: z.int() });
