/** The counter of one merchant: look up, confirm, undo. */
import * as z from 'zod/mini';
import { count, fen, instant, listOf, localDate, opaqueId, pageQuery } from '../../../http/contract';
import { serviceKind, terms } from './services';
import { shortText } from './text';

/** Why a voucher cannot be redeemed now. */
export const notRedeemable = z.enum([
  'alreadyRedeemed',
  'expired',
  'notYetValid',
  'revoked',
  'transferred',
  'dailyLimit',
  'presentationExpired',
  'serviceNotOffered',
  'storeSuspended',
]);

export const clubLookup = z.object({
  voucher: z.object({
    service: serviceKind,
    title: z.string(),
    memberName: z.nullable(z.string()),
    /** The plate of a vehicle-bound voucher, to compare with the car. */
    plate: z.nullable(z.string()),
    terms,
    usesTotal: count,
    usesLeft: count,
    /** True where the clerk types the sale amount (加油优惠). */
    saleAmountRequired: z.boolean(),
    discount: z.nullable(z.string()),
    /** What the discount is reckoned from: percent off the sale, at most the cap a use, at most what is left. */
    discountPercent: z.nullable(count),
    amountCapFen: z.nullable(fen),
    amountLeftFen: z.nullable(fen),
    validUntil: instant,
    redeemable: z.boolean(),
    reason: z.nullable(notRedeemable),
    /** From when a day's limit lets it be used again; null when nothing is in its way, or it lapses before. */
    worksAgainAt: z.optional(z.nullable(instant)),
    /** Set when another use was confirmed less than ten minutes ago. */
    recentUse: z.nullable(z.object({ at: instant, storeName: z.string() })),
    /** Set for this merchant's own earlier use of a voucher that has none left. */
    usedAt: z.nullable(z.object({ at: instant, storeName: z.string(), redemptionId: opaqueId })),
  }),
  /** For the member's own record of who looked. */
  looked: z.object({ memberId: opaqueId, place: z.string() }),
  /** Lives 120 s, bound to clerk, store and voucher version. */
  scanToken: z.nullable(z.string()),
});

export const clubRedemption = z.object({
  id: opaqueId,
  voucherId: opaqueId,
  useNo: count,
  usesLeft: count,
  service: serviceKind,
  title: z.string(),
  memberName: z.nullable(z.string()),
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

export const merchantSummary = z.object({
  date: localDate,
  /** Redemptions of today that stand. */
  redemptions: count,
  settlementFen: fen,
  reversed: count,
  asOf: instant,
});

export const clubRedemptionRequest = z.strictObject({
  scanToken: z.optional(shortText(2000)),
  code: z.optional(shortText(600)),
  storeId: opaqueId,
  expectedUsesLeft: z.optional(count),
  saleAmountFen: z.optional(fen),
});

export const clubRedemptionAnswer = z.object({ redemption: clubRedemption });

export const clubLookupRequest = z.strictObject({ code: shortText(600), storeId: z.optional(opaqueId) });

/** What a sale would cost the customer (加油优惠), before anything is confirmed. */
export const clubQuoteRequest = z.strictObject({ scanToken: shortText(2000), saleAmountFen: fen });

export const clubQuote = z.object({
  saleAmountFen: fen,
  discountFen: fen,
  customerPaysFen: fen,
  /** Which of the three limits decided. */
  limitedBy: z.enum(['percent', 'cap', 'amountLeft']),
  amountLeftAfterFen: fen,
});

export const clubReversalRequest = z.strictObject({ reason: shortText(200) });

export const clubRedemptionList = listOf(clubRedemption);

export const clubRedemptionQuery = z.strictObject({
  ...pageQuery,
  storeId: z.optional(opaqueId),
  date: z.optional(localDate),
});

export type ClubLookup = z.infer<typeof clubLookup>;

export type ClubQuote = z.infer<typeof clubQuote>;

export type ClubRedemption = z.infer<typeof clubRedemption>;
