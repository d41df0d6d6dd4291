/** The merchant's counter (商户核销): look-up without effect, confirm exactly once, undo. */
import * as z from 'zod/mini';
import { count, fen, instant, listOf, opaqueId, pageQuery, localDate } from '../../http/contract';
import { serviceKind, terms } from '../vouchers/contract';

/** QR text, eight-digit short code, or 兑换码 as typed (spaces, dashes and lower case are accepted). */
const presentedCode = z
  .string({ error: '请扫码，或输入客人的数字' })
  .check(z.trim(), z.minLength(6, '码太短了，请再看一遍'), z.maxLength(600, '这不是服务券的码'));

export const lookupRequest = z.strictObject({ code: presentedCode, storeId: z.optional(opaqueId) });

/** Why a voucher cannot be redeemed now. */
export const notRedeemable = z.enum([
  'alreadyRedeemed',
  'expired',
  'notYetValid',
  'revoked',
  'transferred',
  'presentationExpired',
  'serviceNotOffered',
]);

export const lookup = z.object({
  voucher: z.object({
    service: serviceKind,
    title: z.string(),
    memberNameMasked: z.string(),
    /** The plate of a vehicle-bound voucher, to compare with the car. */
    plate: z.nullable(z.string()),
    terms,
    usesTotal: count,
    usesLeft: count,
    /** True where the clerk types the sale amount (加油优惠). */
    saleAmountRequired: z.boolean(),
    discount: z.nullable(z.string()),
    amountCapFen: z.nullable(fen),
    validUntil: instant,
    redeemable: z.boolean(),
    reason: z.nullable(notRedeemable),
    /** Set when another use was confirmed less than ten minutes ago. */
    recentUse: z.nullable(z.object({ at: instant, storeName: z.string() })),
    /** Set for this merchant's own earlier use of a voucher that has none left. */
    usedAt: z.nullable(z.object({ at: instant, storeName: z.string(), redemptionId: opaqueId })),
  }),
  /** Lives 120 s, bound to clerk, store and voucher version. */
  scanToken: z.nullable(z.string()),
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

export const redemption = z.object({
  id: opaqueId,
  voucherId: opaqueId,
  useNo: count,
  usesLeft: count,
  service: serviceKind,
  title: z.string(),
  memberNameMasked: z.string(),
  storeId: opaqueId,
  storeName: z.string(),
  clerkName: z.string(),
  at: instant,
  saleAmountFen: z.nullable(fen),
  discountFen: z.nullable(fen),
  customerPaysFen: z.nullable(fen),
  settlementFen: fen,
  state: z.enum(['confirmed', 'reversed']),
  reversedAt: z.nullable(instant),
  /** Until when this caller may undo; null when it no longer can. */
  reversibleUntil: z.nullable(instant),
});
export const redemptionAnswer = z.object({ redemption });

export const reversalRequest = z.strictObject({
  reason: z.string({ error: '请写明原因' }).check(z.trim(), z.minLength(2, '请写明原因'), z.maxLength(200, '最多 200 个字')),
});
export const redemptionParams = z.strictObject({ id: opaqueId });
export const byRequestParams = z.strictObject({
  idempotencyKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,128}$/)),
});

export const redemptionQuery = z.strictObject({ ...pageQuery, storeId: z.optional(opaqueId), date: z.optional(localDate) });
export const redemptionList = listOf(redemption);
export const summaryQuery = z.strictObject({ storeId: z.optional(opaqueId) });
export const merchantSummary = z.object({
  date: localDate,
  /** Redemptions of today that stand. */
  redemptions: count,
  settlementFen: fen,
  reversed: count,
  asOf: instant,
});

export type Lookup = z.infer<typeof lookup>;
export type NotRedeemable = z.infer<typeof notRedeemable>;
export type Redemption = z.infer<typeof redemption>;
export type RedemptionRequest = z.infer<typeof redemptionRequest>;
export type MerchantSummary = z.infer<typeof merchantSummary>;
