import type * as z from 'zod/mini';
import type { ClubStore, clubStoreQuery, voucherStore } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { limitOf, numberPosition, page } from '../pages';
import { specialDayInWords } from './hours-in-words';
import { boxAround, SEARCH_METRES } from './near-by';

type VoucherStore = z.infer<typeof voucherStore>;
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
  special_day: { opensMinute: number | null; closesMinute: number | null; note: string } | null;
  sort: number;
}

/** What a suspended store or merchant offers is not offered. */
const SERVING = `s.suspended_at is null and mer.state = 'active'`;

/** Walked first, whatever the planner thinks of the rest: the box is what makes the search small. */
const IN_BOX = 'latitude between $7::float8 and $8::float8 and longitude between $9::float8 and $10::float8';

/** The parameters are the same for both texts, and each has to be named once. */
const NO_BOX = 'coalesce($7::float8, $8::float8, $9::float8, $10::float8, $11::float8) is null';

/**
 * Nearest first where a position was given, otherwise in a fixed order. The inner query finds the page, by the index over positions where there is a box;
 * what is said about a shop is gathered for that page alone.
 *
 * $1 kind or id of a service · $2 latitude · $3 longitude · $4 and $5 where the last page ended · $6 how many · $7–$10 the box · $11 metres within which it is complete
 */
const storesSql = (boxed: boolean) => `
  ${boxed ? `with boxed as materialized (select * from stores where ${IN_BOX})` : ''}
  select s.id, s.name, s.address, s.phone, s.opening_hours, s.latitude, s.longitude, mer.name as merchant_name,
    (select json_agg(distinct sv.kind) from store_services ss join services sv on sv.id = ss.service_id and sv.state = 'active' where ss.store_id = s.id) as services,
    case when $2::float8 is null then null else found.sort end as distance_metres, store_open_at(s.id, now()) as open_now,
    (select json_build_object('opensMinute', d.opens_minute, 'closesMinute', d.closes_minute, 'note', d.note) from store_special_days d
     where d.store_id = s.id and d.day = (now() at time zone 'Asia/Shanghai')::date) as special_day,
    found.sort
  from (
    select id, sort from (
      select s.id, case when $2::float8 is null then 0 else distance_metres($2, $3, s.latitude, s.longitude) end as sort
      from ${boxed ? 'boxed' : 'stores'} s join merchants mer on mer.id = s.merchant_id
      where ${SERVING} and exists (
        select 1 from store_services ss join services sv on sv.id = ss.service_id and sv.state = 'active'
        where ss.store_id = s.id and ($1::text is null or $1 in (sv.kind, sv.id)))
    ) measured
    where ($4::bigint is null or (sort, id) > ($4, $5)) and ${boxed ? 'sort <= $11::float8' : NO_BOX}
    order by sort, id limit $6
  ) found join stores s on s.id = found.id join merchants mer on mer.id = s.merchant_id
  order by found.sort, found.id`;

/** Two texts, so that each is planned for what it is: `club-stores-near` walks the index over positions. */
export const nearStoresStatement = { name: 'club-stores-near', text: storesSql(true) };
const allStoresStatement = { name: 'club-stores-all', text: storesSql(false) };

/** Seven digits are a centimetre; PostgreSQL refuses to calculate with numbers that are almost nothing. */
const degrees = (given: number | undefined) => (given === undefined ? null : Number(given.toFixed(7)));

async function ask(club: Club, query: Query, within: number | null): Promise<StoreRow[] | undefined> {
  const { at, id } = numberPosition(query);
  const [latitude, longitude] = [degrees(query.latitude), degrees(query.longitude)];
  const box =
    within === null || latitude === null || longitude === null
      ? undefined
      : boxAround({ latitude, longitude }, within);
  if (within !== null && !box) return undefined;
  const { rows } = await club.pool.query<StoreRow>({
    ...(box ? nearStoresStatement : allStoresStatement),
    values: [
      query.serviceId ?? query.service ?? null,
      latitude,
      longitude,
      at,
      id,
      limitOf(query) + 1,
      box?.south ?? null,
      box?.north ?? null,
      box?.west ?? null,
      box?.east ?? null,
      within,
    ],
  });
  return rows;
}

/** A growing circle: it is enough as soon as it holds a page, and what it holds is in the right order because nothing nearer lies outside it. */
async function findStores(club: Club, query: Query): Promise<StoreRow[]> {
  const { at } = numberPosition(query);
  const circles = query.latitude === undefined ? [] : SEARCH_METRES.filter((metres) => metres > (at ?? 0));
  for (const metres of circles) {
    const rows = await ask(club, query, metres);
    if (rows && rows.length > limitOf(query)) return rows;
  }
  return (await ask(club, query, null)) ?? [];
}

export async function listStores(
  club: Club,
  query: Query,
): Promise<{ items: ClubStore[]; nextCursor: string | null }> {
  const rows = await findStores(club, query);
  return page(rows, query, {
    item: (row) => ({
      ...voucherStoreView(row),
      merchantName: row.merchant_name,
      services: row.services,
      distanceMetres: row.distance_metres,
      openNow: row.open_now,
      today: row.special_day && specialDayInWords(row.special_day),
    }),
    position: (row) => [row.sort, row.id],
  });
}

type PlainStoreRow = Pick<
  StoreRow,
  'id' | 'name' | 'address' | 'phone' | 'opening_hours' | 'latitude' | 'longitude'
>;

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

/** How many shops do the service `sv` now, for a query that reads services: the one number that every screen says. */
export const STORES_SERVING = `(select count(*) from store_services ss join stores s on s.id = ss.store_id join merchants mer on mer.id = s.merchant_id
  where ss.service_id = sv.id and ${SERVING})::int`;

interface Offering {
  storeCount: number;
  stores: VoucherStore[];
}

/** A service may be done by a thousand shops: an answer shows the first, and who wants more asks for the list. */
const FIRST_STORES = 20;

/** Where each of these services can be used now. */
export async function storesOffering(
  club: Club,
  serviceIds: readonly string[],
): Promise<(serviceId: string) => Offering> {
  const { rows } = await club.pool.query<PlainStoreRow & { service_id: string; store_count: number }>(
    `select * from (
       select ss.service_id, s.id, s.name, s.address, s.phone, s.opening_hours, s.latitude, s.longitude,
         count(*) over (partition by ss.service_id)::int as store_count, row_number() over (partition by ss.service_id order by s.id) as place
       from store_services ss join stores s on s.id = ss.store_id join merchants mer on mer.id = s.merchant_id
       where ss.service_id = any ($1) and ${SERVING}
     ) offered where place <= $2 order by service_id, place`,
    [serviceIds, FIRST_STORES],
  );
  return (serviceId) => {
    const own = rows.filter((row) => row.service_id === serviceId);
    return { storeCount: own[0]?.store_count ?? 0, stores: own.map(voucherStoreView) };
  };
}
