/** The merchant's counter (商户核销): look-up without effect, confirm exactly once, undo. */
import * as z from 'zod/mini';
import { count, fen, listOf, localDate, opaqueId, pageQuery } from '../../http/contract';
import {
  clubLookup,
  clubQuote,
  clubQuoteRequest,
  clubRedemption,
  merchantSummary,
  notRedeemable,
} from '../../upstream/club/contract';

export * from './contract/settlements';
export * from './contract/staff';
export * from './contract/stores';
export { merchantSummary, notRedeemable };

/** What a sale would cost the customer (加油优惠); changes nothing. */
export const quoteRequest = clubQuoteRequest;
export const quote = clubQuote;

/** QR text, eight-digit short code, or 兑换码 as typed (spaces, dashes and lower case are accepted). */
const presentedCode = z
  .string({ error: '请扫码，或输入客人的数字' })
  .check(z.trim(), z.minLength(6, '码太短了，请再看一遍'), z.maxLength(600, '这不是服务券的码'));

export const lookupRequest = z.strictObject({ code: presentedCode, storeId: z.optional(opaqueId) });

export const lookup = z.object({
  ...z.omit(clubLookup, { looked: true }).shape,
  voucher: z.extend(z.omit(clubLookup.shape.voucher, { memberName: true }), { memberNameMasked: z.string() }),
});

export const redemptionRequest = z
  .strictObject({
    scanToken: z.optional(z.string().check(z.minLength(1), z.maxLength(2000))),
    code: z.optional(presentedCode),
    storeId: opaqueId,
    expectedUsesLeft: z.optional(count),
    saleAmountFen: z.optional(fen),
  })
  .check(
    z.refine((body) => (body.scanToken === undefined) !== (body.code === undefined), {
      error: '请扫码，或输入客人的数字',
      path: ['code'],
    }),
  );

export const redemption = z.extend(z.omit(clubRedemption, { memberName: true }), {
  memberNameMasked: z.string(),
});
export const redemptionAnswer = z.object({ redemption });

export const reversalRequest = z.strictObject({
  reason: z
    .string({ error: '请写明原因' })
    .check(z.trim(), z.minLength(2, '请写明原因'), z.maxLength(200, '最多 200 个字')),
});
export const redemptionParams = z.strictObject({ id: opaqueId });
export const byRequestParams = z.strictObject({
  idempotencyKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,128}$/)),
});

export const redemptionQuery = z.strictObject({
  ...pageQuery,
  storeId: z.optional(opaqueId),
  date: z.optional(localDate),
});
export const redemptionList = listOf(redemption);
export const summaryQuery = z.strictObject({ storeId: z.optional(opaqueId) });

export type Lookup = z.infer<typeof lookup>;
export type Quote = z.infer<typeof quote>;
export type NotRedeemable = z.infer<typeof notRedeemable>;
export type Redemption = z.infer<typeof redemption>;
export type RedemptionRequest = z.infer<typeof redemptionRequest>;
