/** Service vouchers (服务券) as their owner sees them, and what is shown at the counter. */
import * as z from 'zod/mini';
import { freshness, listOf, opaqueId, pageQuery } from '../../http/contract';
import {
  clubVoucherDetail,
  presentation,
  ratingAnswer,
  ratingRequest,
  serviceKind,
  terms,
  voucherRedemption,
  voucherState,
  voucherStore,
  voucherSummary,
} from '../../upstream/club/contract';

export {
  presentation,
  ratingAnswer,
  ratingRequest,
  serviceKind,
  terms,
  voucherRedemption,
  voucherState,
  voucherStore,
  voucherSummary,
};

export const voucherDetail = z.object({
  ...voucherSummary.shape,
  ...freshness,
  serviceId: clubVoucherDetail.shape.serviceId,
  terms,
  storeCount: clubVoucherDetail.shape.storeCount,
  stores: z.array(voucherStore),
  /** 兑换码, to its owner, where typing it at the counter is allowed. */
  code: z.nullable(z.string()),
  redemptions: z.array(voucherRedemption),
  transfer: clubVoucherDetail.shape.transfer,
  received: z.boolean(),
});

export const voucherQuery = z.strictObject({ ...pageQuery, state: z.optional(voucherState) });
export const voucherList = listOf(voucherSummary);
export const voucherParams = z.strictObject({ id: opaqueId });
/** No body, or an empty one. */
export const presentationRequest = z.optional(z.strictObject({}));

export {
  voucherReportAnswer,
  voucherReportList,
  voucherReportRequest,
} from '../../upstream/club/contract/reports';

export type ServiceKind = z.infer<typeof serviceKind>;
export type VoucherSummary = z.infer<typeof voucherSummary>;
export type VoucherDetail = z.infer<typeof voucherDetail>;
export type VoucherState = z.infer<typeof voucherState>;
export type VoucherRedemption = z.infer<typeof voucherRedemption>;
export type Presentation = z.infer<typeof presentation>;
export type { VoucherReport } from '../../upstream/club/contract/reports';
export type RatingRequest = z.infer<typeof ratingRequest>;
export type RatingAnswer = z.infer<typeof ratingAnswer>;
