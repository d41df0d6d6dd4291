/** Gifts (礼包) and orders (我的订单). */
import * as z from 'zod/mini';
import { count, instant, listOf, opaqueId, pageQuery, points } from '../../../http/contract';
import { serviceKind, basis, terms } from './services';
import { voucherStore } from './stores';
import { voucherSummary } from './vouchers';

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
export const clubGiftDetail = z.object({
  ...giftSummary.shape,
  asOf: instant,
  offeredAt: instant,
  claimedAt: z.nullable(instant),
  /** How long the vouchers live once claimed, in words, e.g. 领取后 90 天. */
  validity: z.string(),
  contents: z.array(
    z.object({
      service: serviceKind,
      serviceId: opaqueId,
      title: z.string(),
      quantity: count,
      description: z.string(),
      terms,
      /** How many shops do it now, and the first of them. */
      storeCount: count,
      stores: z.array(voucherStore),
    }),
  ),
});

export const giftClaim = z.object({ gift: giftSummary, vouchers: z.array(voucherSummary) });

/** What an order at the mall cost, and whether it can still be taken back. */
export const exchange = z.object({
  itemId: opaqueId,
  quantity: count,
  pricePoints: points,
  pointsSpent: points,
  state: z.enum(['done', 'cancelled']),
  cancelledAt: z.nullable(instant),
  /** True while every voucher of it is whole, valid and with its buyer. */
  cancellable: z.boolean(),
});

export const order = z.object({
  id: opaqueId,
  at: instant,
  kind: z.enum(['gift', 'exchange']),
  title: z.string(),
  vouchers: z.array(voucherSummary),
  /** Of an exchange of points; null for a gift. */
  exchange: z.nullable(exchange),
});

export const clubGiftQuery = z.strictObject({ ...pageQuery, state: z.optional(giftState) });

export const clubGiftList = listOf(giftSummary);

export const clubOrderList = listOf(order);

export type ClubGiftSummary = z.infer<typeof giftSummary>;

export type ClubGiftDetail = z.infer<typeof clubGiftDetail>;

export type ClubOrder = z.infer<typeof order>;
