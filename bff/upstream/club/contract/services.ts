/** What a benefit can be, why it exists, and what everybody should know before using it. */
import * as z from 'zod/mini';

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
  limits: z.array(z.string()),
  exclusions: z.array(z.string()),
  extraCost: z.nullable(z.string()),
});

export type ServiceKind = z.infer<typeof serviceKind>;
