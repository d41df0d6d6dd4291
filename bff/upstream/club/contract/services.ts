/** What a benefit can be, why it exists, and what everybody should know before using it. */
import * as z from 'zod/mini';
import { count, fen, listOf, opaqueId } from '../../../http/contract';

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

/** Everything a member should know before claiming or using: no surprise. */
export const terms = z.object({
  howToUse: z.string(),
  /** The limits that are numbers, for a screen that shows them as figures; the sentences below say them all. */
  caps: z.optional(
    z.object({
      usesPerDay: z.nullable(z.int()),
      kilometres: z.nullable(z.int()),
      seats: z.nullable(z.int()),
    }),
  ),
  limits: z.array(z.string()),
  exclusions: z.array(z.string()),
  extraCost: z.nullable(z.string()),
});

/** One entry of the catalogue (服务项目): what a voucher of it promises, before anybody has one. */
export const serviceItem = z.object({
  id: opaqueId,
  kind: serviceKind,
  title: z.string(),
  description: z.string(),
  /** `use`: a use is the service itself. `amount`: a use takes something off a sale (加油优惠). */
  unit: z.enum(['use', 'amount']),
  fulfilment,
  discount: z.nullable(z.string()),
  /** The most that one use takes off. */
  amountCapFen: z.nullable(fen),
  terms,
  /** `code`: the 兑换码 may be typed, or the QR shown. `live`: only what the screen shows at that moment counts. */
  showing: z.enum(['code', 'live']),
  /** Only for the one car that stands on the voucher. */
  vehicleBound: z.boolean(),
  transferable: z.boolean(),
  /** In words, e.g. 领取后 90 天内有效. */
  validity: z.string(),
  storeCount: count,
});
export const serviceList = listOf(serviceItem);

export type ServiceItem = z.infer<typeof serviceItem>;
export type ServiceKind = z.infer<typeof serviceKind>;
