/** Partner shops. */
import * as z from 'zod/mini';
import { listOf, opaqueId, pageQuery } from '../../../http/contract';
import { serviceKind } from './services';

export const voucherStore = z.object({
  id: opaqueId,
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  openingHours: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});

/** Nothing on earth is further away than half its girth. */
const distance = z.int().check(z.gte(0), z.lte(20_100_000));

export const store = z.object({
  ...voucherStore.shape,
  merchantName: z.string(),
  services: z.array(serviceKind),
  /** Null when no position was given. */
  distanceMetres: z.nullable(distance),
  openNow: z.boolean(),
  /** Today in words where it differs from the week, e.g. 今天 9:00–15:00（春节）. */
  today: z.nullable(z.string()),
});

/** Latitude and longitude come together or not at all (gcj02). */
export const clubStoreQuery = z
  .strictObject({
    ...pageQuery,
    service: z.optional(serviceKind),
    /** One entry of the catalogue: the shops that do just this, not everything of its kind. */
    serviceId: z.optional(opaqueId),
    latitude: z.optional(z.coerce.number().check(z.gte(-90), z.lte(90))),
    longitude: z.optional(z.coerce.number().check(z.gte(-180), z.lte(180))),
  })
  .check(
    z.refine((query) => (query.latitude === undefined) === (query.longitude === undefined), {
      error: '经度和纬度要一起给',
      path: ['latitude'],
    }),
  );

export const clubStoreList = listOf(store);

export type ClubStore = z.infer<typeof store>;
