/** The points mall (积分商城): what points can become, and taking an unused exchange back. */
import * as z from 'zod/mini';
import { freshness, opaqueId } from '../../http/contract';
import {
  mallCancellationAnswer,
  type mallItem,
  mallItemAnswer,
  mallItemList,
  mallItemQuery,
  mallOrderAnswer,
  mallOrderRequest,
} from '../../upstream/club/contract';

export { mallCancellationAnswer, mallItemList, mallItemQuery, mallOrderAnswer, mallOrderRequest };

export const mallItemParams = z.strictObject({ id: opaqueId });
export const mallItemDetail = z.object({ ...mallItemAnswer.shape, ...freshness });

export const mallOrderParams = z.strictObject({ id: opaqueId });
/** A cancellation says everything by its address: no body, or an empty one. */
export const mallCancellationRequest = z.optional(z.strictObject({}));

export type MallItem = z.infer<typeof mallItem>;
export type MallItemDetail = z.infer<typeof mallItemDetail>;
export type MallItemList = z.infer<typeof mallItemList>;
export type MallOrderRequest = z.infer<typeof mallOrderRequest>;
export type MallOrderAnswer = z.infer<typeof mallOrderAnswer>;
export type MallCancellationAnswer = z.infer<typeof mallCancellationAnswer>;
