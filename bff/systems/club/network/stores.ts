import type * as z from 'zod/mini';
import type { ClubStore, clubStoreQuery, voucherStore } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { limitOf, numberPosition, page } from '../pages';

export type VoucherStore = z.infer<typeof voucherStore>;
type Query = z.infer<typeof clubStoreQuery>;

interface StoreRow {
  id: string;
  name: string;
  address: string;
  phone: string;
  opening_hours: string;
  latitude: number;
  longitude: number;
  merchant_name: string;
  services: ClubStore['services'];
  distance_metres: number | null;
  open_now: boolean;
  sort: number;
}

/** What a suspended store or merchant offers is not offered. */
const SERVING = `s.suspended_at is null and mer.state = 'active'`;

/** Nearest first where a position was given, otherwise by name in a fixed order. */
const STORES_SQL = `
  select * from (
    select s.id, s.name, s.address, s.phone, s.opening_hours, s.latitude, s.longitude, mer.name as merchant_name,
      (select json_agg(distinct sv.kind) from store_services ss join services sv on sv.id = ss.service_id and sv.state = 'active' where ss.store_id = s.id) as services,
      case when $2::float8 is null then null else distance_metres($2, $3, s.latitude, s.longitude) end as distance_metres,
      open_at(now(), s.opens_minute, s.closes_minute, s.open_weekdays) as open_now,
      case when $2::float8 is null then 0 else distance_metres($2, $3, s.latitude, s.longitude) end as sort
    from stores s join merchants mer on mer.id = s.merchant_id
    where ${SERVING} and exists (
      select 1 from store_services ss join services sv on sv.id = ss.service_id and sv.state = 'active'
      where ss.store_id = s.id and ($1::text is null or sv.kind = $1)
    )
  ) found
  where $4::bigint is null or (sort, id) > ($4, $5)
  order by sort, id limit $6`;

/** Seven digits are a centimetre; PostgreSQL refuses to calculate with numbers that are almost nothing. */
const degrees = (given: number | undefined) => (given === undefined ? null : Number(given.toFixed(7)));

export async function listStores(
  club: Club,
  query: Query,
): Promise<{ items: ClubStore[]; nextCursor: string | null }> {
  const { at, id } = numberPosition(query);
  const { rows } = await club.pool.query<StoreRow>(STORES_SQL, [
    query.service ?? null,
    degrees(query.latitude),
    degrees(query.longitude),
    at,
    id,
    limitOf(query) + 1,
  ]);
  return page(rows, query, {
    item: (row) => ({
      ...voucherStoreView(row),
      merchantName: row.merchant_name,
      services: row.services,
      distanceMetres: row.distance_metres,
      openNow: row.open_now,
      today: null,
    }),
    position: (row) => [row.sort, row.id],
  });
}

type PlainStoreRow = Omit<StoreRow, 'merchant_name' | 'services' | 'distance_metres' | 'open_now' | 'sort'>;

function voucherStoreView(row: PlainStoreRow): VoucherStore {
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    phone: row.phone,
    openingHours: row.opening_hours,
    latitude: row.latitude,
    longitude: row.longitude,
  };
}

/** Where each of these services can be used now. */
export async function storesOffering(
  club: Club,
  serviceIds: readonly string[],
): Promise<Map<string, VoucherStore[]>> {
  const { rows } = await club.pool.query<PlainStoreRow & { service_id: string }>(
    `select ss.service_id, s.id, s.name, s.address, s.phone, s.opening_hours, s.latitude, s.longitude
     from store_services ss join stores s on s.id = ss.store_id join merchants mer on mer.id = s.merchant_id
     where ss.service_id = any ($1) and ${SERVING} order by s.id`,
    [serviceIds],
  );
  const byService = new Map<string, VoucherStore[]>(serviceIds.map((id) => [id, []]));
  for (const row of rows) byService.get(row.service_id)?.push(voucherStoreView(row));
  return byService;
}
