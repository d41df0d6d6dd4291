/** The points mall (积分商城). */
import * as z from 'zod/mini';
import { count, instant, listOf, opaqueId, pageQuery, points } from '../../../http/contract';
import { order } from './gifts';
import { fulfilment, serviceKind, terms } from './services';
import { voucherSummary } from './vouchers';

export const mallItem = z.object({
  id: opaqueId,
  title: z.string(),
  description: z.string(),
  service: serviceKind,
  serviceId: opaqueId,
  fulfilment,
  pricePoints: points,
  /** Pieces left, now. */
  stock: count,
  /** How many one member may have in all; null = no limit. */
  limitPerMember: z.nullable(count),
  /** How many this member may still take by that limit; null = no limit. */
  leftForYou: z.nullable(count),
  /** Uses of each voucher. */
  uses: count,
  terms,
  /** In words, e.g. 兑换后 90 天内有效. */
  validity: z.string(),
  storeCount: count,
});

export const mallItemQuery = z.strictObject({ ...pageQuery, service: z.optional(serviceKind) });
/** One of them, with the balance to compare with; asked for at the moment it is looked at. */
export const mallItemAnswer = z.object({ item: mallItem, balance: points });
export const mallItemList = z.object({ ...listOf(mallItem).shape, balance: points });

export const mallOrderRequest = z.strictObject({
  itemId: opaqueId,
  quantity: z.int('请选择数量').check(z.gte(1, '至少兑换 1 份'), z.lte(10, '一次最多兑换 10 份')),
  /** What the person saw; another price by now is refused, nothing is spent. */
  pricePoints: z.optional(points),
});

/** The order as it was placed, for as long as the request is repeated. */
export const mallOrderAnswer = z.object({ order, vouchers: z.array(voucherSummary), balanceAfter: points });

export const mallCancellationAnswer = z.object({
  order,
  pointsReturned: points,
  /** The first day on which some of them run out; never sooner than thirty days from the cancellation. */
  returnedUntil: instant,
  balanceAfter: points,
});

export type MallItem = z.infer<typeof mallItem>;
export type MallOrderAnswer = z.infer<typeof mallOrderAnswer>;
export type MallCancellationAnswer = z.infer<typeof mallCancellationAnswer>;
