/** Gifts (礼包) offered to a member, and the member's orders (我的订单). */
import * as z from 'zod/mini';
import { freshness, listOf, opaqueId, pageQuery } from '../../http/contract';
import { clubGiftDetail, giftClaim, giftState, giftSummary, order } from '../../upstream/club/contract';

export { giftClaim, giftState, giftSummary, order };

export const giftDetail = z.object({ ...clubGiftDetail.shape, ...freshness });

export const giftQuery = z.strictObject({ ...pageQuery, state: z.optional(giftState) });
export const orderQuery = z.strictObject(pageQuery);
export const giftList = listOf(giftSummary);
export const orderList = listOf(order);
export const giftParams = z.strictObject({ id: opaqueId });
/** A claim says everything by its address: no body, or an empty one. */
export const giftClaimRequest = z.optional(z.strictObject({}));

export type GiftSummary = z.infer<typeof giftSummary>;
export type GiftDetail = z.infer<typeof giftDetail>;
export type Order = z.infer<typeof order>;
export type GiftClaim = z.infer<typeof giftClaim>;
