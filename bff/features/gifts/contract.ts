/** Gifts (礼包) offered to a member, and the member's orders (我的订单). */
import * as z from 'zod/mini';
import { count, freshness, instant, listOf, opaqueId, pageQuery } from '../../http/contract';
import { basis, serviceKind, terms, voucherStore, voucherSummary } from '../vouchers/contract';

export const giftState = z.enum(['offered', 'claimed', 'expired', 'revoked']);

export const giftSummary = z.object({
  id: opaqueId,
  title: z.string(),
  /** Who gives it: the insurer or one of its branches. */
  from: z.string(),
  expiresAt: instant,
  state: giftState,
  basis,
  contents: z.array(z.object({ service: serviceKind, title: z.string(), quantity: count })),
});

/** Everything is on the table before it is claimed. */
export const giftDetail = z.object({
  ...giftSummary.shape,
  ...freshness,
  offeredAt: instant,
  claimedAt: z.nullable(instant),
  /** How long the vouchers live once claimed, in words, e.g. 领取后 90 天. */
  validity: z.string(),
  contents: z.array(
    z.object({
      service: serviceKind,
      title: z.string(),
      quantity: count,
      description: z.string(),
      terms,
      storeCount: count,
      stores: z.array(voucherStore),
    }),
  ),
});

export const giftClaim = z.object({ gift: giftSummary, vouchers: z.array(voucherSummary) });

export const order = z.object({
  id: opaqueId,
  at: instant,
  kind: z.enum(['gift', 'exchange']),
  title: z.string(),
  vouchers: z.array(voucherSummary),
});

export const giftQuery = z.strictObject({ ...pageQuery, state: z.optional(giftState) });
export const orderQuery = z.strictObject(pageQuery);
export const giftList = listOf(giftSummary);
export const orderList = listOf(order);
export const giftParams = z.strictObject({ id: opaqueId });

export type GiftSummary = z.infer<typeof giftSummary>;
export type GiftDetail = z.infer<typeof giftDetail>;
export type GiftState = z.infer<typeof giftState>;
export type GiftClaim = z.infer<typeof giftClaim>;
export type Order = z.infer<typeof order>;
