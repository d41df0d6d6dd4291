/** Service vouchers (服务券) as their owner sees them. */
import * as z from 'zod/mini';
import { count, fen, instant, listOf, opaqueId, pageQuery } from '../../../http/contract';
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

/** What the screen shows for 60 s. The two latest stay valid until used or lapsed. */
export const presentation = z.object({
  qr: z.string(),
  /** Eight digits, for when the camera fails. */
  shortCode: z.string(),
  expiresAt: instant,
});

export const clubVoucherDetail = z.object({
  ...voucherSummary.shape,
  terms,
  stores: z.array(voucherStore),
  /** 兑换码, where typing it at the counter is allowed. */
  code: z.nullable(z.string()),
  redemptions: z.array(voucherRedemption),
  asOf: instant,
});

export const clubVoucherQuery = z.strictObject({ ...pageQuery, state: z.optional(voucherState) });

export const clubVoucherList = listOf(voucherSummary);

export type ClubVoucherSummary = z.infer<typeof voucherSummary>;

export type ClubVoucherDetail = z.infer<typeof clubVoucherDetail>;
