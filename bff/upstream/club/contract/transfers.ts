/** Giving a voucher away (转赠). Names come unmasked; the BFF masks them. */
import * as z from 'zod/mini';
import { count, instant, listOf, opaqueId } from '../../../http/contract';
import { serviceKind, terms } from './services';
import { voucherSummary } from './vouchers';

/**
 * `ended`: the voucher was used, revoked or ran out before anybody accepted. Expired and ended follow from the clock and the voucher.
 */
export const transferState = z.enum(['offered', 'accepted', 'takenBack', 'expired', 'ended']);

/** 32 random-looking bytes; only ever in bodies. */
export const transferToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

export const clubTransfer = z.object({
  id: opaqueId,
  direction: z.enum(['given', 'received']),
  state: transferState,
  /** The caller's own voucher: the one given away, or the one received. */
  voucherId: opaqueId,
  service: serviceKind,
  title: z.string(),
  /** The other person; null until somebody accepted, or without a name. */
  otherName: z.nullable(z.string()),
  offeredAt: instant,
  expiresAt: instant,
  acceptedAt: z.nullable(instant),
  takenBackAt: z.nullable(instant),
  /** To the giver, while it is offered: what the link carries. */
  token: z.nullable(transferToken),
});
export const clubTransferList = listOf(clubTransfer);

export const transferRequest = z.optional(
  z.strictObject({
    /** How long the link lives; 24 hours unless said otherwise. */
    hours: z.optional(
      z.int('请选择 24 到 72 小时').check(z.gte(24, '至少 24 小时'), z.lte(72, '最多 72 小时')),
    ),
  }),
);
export const clubTransferAnswer = z.object({ transfer: clubTransfer });

export const transferTokenRequest = z.strictObject({ token: transferToken });

/** What somebody with the link sees before accepting. */
export const clubTransferPreview = z.object({
  transferId: opaqueId,
  state: transferState,
  giverName: z.nullable(z.string()),
  /** True for the giver, who cannot accept. */
  own: z.boolean(),
  /** True for the member who accepted it. */
  accepted: z.optional(z.boolean()),
  expiresAt: instant,
  voucher: z.object({
    service: serviceKind,
    title: z.string(),
    usesTotal: count,
    discount: z.nullable(z.string()),
    terms,
    validUntil: instant,
  }),
});

export const clubTransferAcceptance = z.object({ transfer: clubTransfer, voucher: voucherSummary });

export type ClubTransfer = z.infer<typeof clubTransfer>;
export type ClubTransferPreview = z.infer<typeof clubTransferPreview>;
