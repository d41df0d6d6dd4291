/** Service vouchers (服务券) as their owner sees them, and what is shown at the counter. */
import * as z from 'zod/mini';
import { count, fen, freshness, instant, listOf, opaqueId, pageQuery } from '../../http/contract';

/** Service items (服务项目). */
export const serviceKind = z.enum([
  'carWash',
  'fuel',
  'inspection',
  'designatedDriver',
  'roadside',
  'airport',
  'health',
  'vehicleCheck',
  'maintenance',
  'paperwork',
  'partner',
]);

/** Why a benefit exists (保险法 116): part of the policy, service and care, or bought with points. */
export const basis = z.enum(['policyRider', 'courtesy', 'points']);
/** How it is used: at a shop, by appointment, or somebody comes. */
export const fulfilment = z.enum(['visit', 'booking', 'dispatch']);
export const voucherState = z.enum(['active', 'reserved', 'redeemed', 'expired', 'revoked', 'transferred']);

/** Everything a member should know before claiming or using: no surprise. */
export const terms = z.object({
  howToUse: z.string(),
  limits: z.array(z.string()),
  exclusions: z.array(z.string()),
  extraCost: z.nullable(z.string()),
});

export const voucherStore = z.object({
  id: opaqueId,
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  openingHours: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});

export const voucherRedemption = z.object({
  id: opaqueId,
  useNo: count,
  at: instant,
  store: z.object({ id: opaqueId, name: z.string() }),
  discountFen: z.nullable(fen),
  customerPaysFen: z.nullable(fen),
  state: z.enum(['confirmed', 'reversed']),
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
});

export const voucherDetail = z.object({
  ...voucherSummary.shape,
  ...freshness,
  terms,
  stores: z.array(voucherStore),
  /** 兑换码, to its owner, where typing it at the counter is allowed. */
  code: z.nullable(z.string()),
  redemptions: z.array(voucherRedemption),
});

/** What the screen shows for 60 s. The two latest stay valid until used or lapsed. */
export const presentation = z.object({
  qr: z.string(),
  /** Eight digits, for when the camera fails. */
  shortCode: z.string(),
  expiresAt: instant,
});

export const voucherQuery = z.strictObject({ ...pageQuery, state: z.optional(voucherState) });
export const voucherList = listOf(voucherSummary);
export const voucherParams = z.strictObject({ id: opaqueId });

export type ServiceKind = z.infer<typeof serviceKind>;
export type VoucherSummary = z.infer<typeof voucherSummary>;
export type VoucherDetail = z.infer<typeof voucherDetail>;
export type VoucherState = z.infer<typeof voucherState>;
export type VoucherStore = z.infer<typeof voucherStore>;
export type VoucherRedemption = z.infer<typeof voucherRedemption>;
export type Presentation = z.infer<typeof presentation>;
export type Terms = z.infer<typeof terms>;
