/** Partner shops (合作门店). */
import * as z from 'zod/mini';
import { count, listOf, pageQuery } from '../../http/contract';
import { serviceKind, voucherStore } from '../vouchers/contract';

export const store = z.object({
  ...voucherStore.shape,
  merchantName: z.string(),
  services: z.array(serviceKind),
  /** Null when no position was given. */
  distanceMetres: z.nullable(count),
  openNow: z.boolean(),
});

/** Latitude and longitude come together or not at all (gcj02). */
export const storeQuery = z
  .strictObject({
    ...pageQuery,
    service: z.optional(serviceKind),
    latitude: z.optional(z.coerce.number().check(z.gte(-90), z.lte(90))),
    longitude: z.optional(z.coerce.number().check(z.gte(-180), z.lte(180))),
  })
  .check(
    z.refine((query) => (query.latitude === undefined) === (query.longitude === undefined), {
      error: '经度和纬度要一起给',
      path: ['latitude'],
    }),
  );
export const storeList = listOf(store);

export type Store = z.infer<typeof store>;
