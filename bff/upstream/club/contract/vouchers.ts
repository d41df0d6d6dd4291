/** Service vouchers (服务券) as their owner sees them. */
import * as z from 'zod/mini';
import { count, fen, instant, listOf, opaqueId, pageQuery, points } from '../../../http/contract';
import { serviceKind, basis, fulfilment, terms } from './services';
import { voucherStore } from './stores';

export const voucherState = z.enum(['active', 'reserved', 'redeemed', 'expired', 'revoked', 'transferred']);

export const voucherRedemption = z.object({
  id: opaqueId,
  useNo: count,
  at: instant,
  store: z.object({ id: opaqueId, name: z.string() }),
  saleAmountFen: z.nullable(fen),
  discountFen: z.nullable(fen),
  customerPaysFen: z.nullable(fen),
  state: z.enum(['confirmed', 'reversed']),
  /** What its owner said of it afterwards; null until then. */
  rating: z.nullable(z.object({ score: z.int(), asPromised: z.boolean() })),
});

export const voucherSummary = z.object({
  id: opaqueId,
  service: serviceKind,
  title: z.string(),
  basis,
  fulfilment,
  state: voucherState,
  usesTotal: count,
  usesLeft: count,
  discount: z.nullable(z.string()),
  /** Cap of one use (加油优惠). */
  amountCapFen: z.nullable(fen),
  amountLeftFen: z.nullable(fen),
  /** Set for a voucher that only one car may use. */
  vehicle: z.nullable(z.object({ plate: z.string() })),
  validFrom: instant,
  validUntil: instant,
  /** Whether a 兑换码 may be typed at the counter; otherwise only what the screen shows counts. */
  codeAllowed: z.boolean(),
  /** Whether it can be given away now (转赠): whole, not bound to a car, never given away before. */
  transferable: z.boolean(),
});

/** What the screen shows for 60 s. The two latest stay valid until used or lapsed. */
export const presentation = z.object({
  qr: z.string(),
  /** Eight digits, for when the camera fails. */
  shortCode: z.string(),
  expiresAt: instant,
});

export const clubVoucherDetail = z.object({
  ...voucherSummary.shape,
  /** The entry of the catalogue it is of. */
  serviceId: opaqueId,
  terms,
  /** How many shops take it now, and the first of them. */
  storeCount: count,
  stores: z.array(voucherStore),
  /** 兑换码, where typing it at the counter is allowed. */
  code: z.nullable(z.string()),
  redemptions: z.array(voucherRedemption),
  /** An open offer to give it away; the voucher can be used until somebody accepts. */
  transfer: z.nullable(z.object({ id: opaqueId, expiresAt: instant })),
  /** True where it came from another member. */
  received: z.boolean(),
  asOf: instant,
});

/** Two questions after a use: how it was, and whether it was as promised (nothing extra to pay, nothing left out). */
export const ratingRequest = z.strictObject({
  redemptionId: opaqueId,
  score: z.int('请选择 1 到 5 分').check(z.gte(1, '请选择 1 到 5 分'), z.lte(5, '请选择 1 到 5 分')),
  asPromised: z.boolean('请选择服务是不是和说好的一样'),
  comment: z.optional(z.string().check(z.trim(), z.maxLength(200, '最多写 200 个字'))),
});
export const ratingAnswer = z.object({
  rating: z.object({ redemptionId: opaqueId, score: z.int(), asPromised: z.boolean(), at: instant }),
  /** Points for the trouble, once a use; null when the rule does not run. */
  pointsEarned: z.nullable(points),
});

export const clubVoucherQuery = z.strictObject({ ...pageQuery, state: z.optional(voucherState) });

export const clubVoucherList = listOf(voucherSummary);

export type ClubVoucherSummary = z.infer<typeof voucherSummary>;

export type ClubVoucherDetail = z.infer<typeof clubVoucherDetail>;
