import type * as z from 'zod/mini';
import { get, write } from '@/api/client';
import { photoLinkReceipt, photoLinkView } from '../../../../bff/features/claims/contract/photo-link';
import { PHOTO_LINK_HEADER } from '../../../../bff/features/claims/contract/photo-progress';

export type LinkView = z.infer<typeof photoLinkView>;
type LinkReceipt = z.infer<typeof photoLinkReceipt>;

/** The token travels in a head, never in an address. */
export const readLink = (token: string, signal: AbortSignal): Promise<LinkView> =>
  get('/photo-link', photoLinkView, { headers: { [PHOTO_LINK_HEADER]: token }, signal });

export const sendLink = (claimId: string, phone: string, idempotencyKey: string): Promise<LinkReceipt> =>
  write({
    method: 'POST',
    path: `/claims/${encodeURIComponent(claimId)}/photo-links`,
    body: { phone },
    schema: photoLinkReceipt,
    idempotencyKey,
  });
