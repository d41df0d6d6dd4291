/** Cars of a member. */
import * as z from 'zod/mini';
import { instant, listOf, opaqueId } from '../../../http/contract';
import { shortText } from './text';

export const clubVehicle = z.object({
  id: opaqueId,
  plate: z.string(),
  plateType: z.enum(['02', '51', '52']),
  vin: z.string(),
  engineNo: z.string(),
  model: z.nullable(z.string()),
  addedAt: instant,
});

export const clubVehicleRequest = z.strictObject({
  plate: shortText(16),
  plateType: z.enum(['02', '51', '52']),
  vin: shortText(17),
  engineNo: shortText(20),
});

export const clubVehicleList = listOf(clubVehicle);

export type ClubVehicle = z.infer<typeof clubVehicle>;
