import type { Pool } from 'pg';
import type * as z from 'zod/mini';
import { toInstant } from '../../../http/instants';
import { notFound, Problem } from '../../../http/problem';
import type { MerchantStore, openingHoursRequest, specialDayRequest } from '../../../upstream/club/contract';
import type { Club } from '../club';
import type { CounterActor } from '../counter/counter-actor';
import { hoursInWords } from './hours-in-words';
import type { Operator } from './operator';

interface StoreRow {
  id: string;
  name: string;
  address: string;
  phone: string;
  opening_hours: string;
  latitude: number;
  longitude: number;
  opens_minute: number;
  closes_minute: number;
  open_weekdays: number[];
  open_now: boolean;
  suspended_at: Date | null;
  suspended_by: 'owner' | 'operator' | null;
  suspension_reason: string | null;
  special_days: MerchantStore['specialDays'];
  services: MerchantStore['services'];
}

/** $1 the stores. Days that are over are left out. */
const STORES_SQL = `
  select s.id, s.name, s.address, s.phone, s.opening_hours, s.latitude, s.longitude, s.opens_minute, s.closes_minute, s.open_weekdays,
    store_open_at(s.id, now()) as open_now, s.suspended_at, s.suspended_by, s.suspension_reason,
    coalesce((select json_agg(json_build_object('date', d.day, 'opensMinute', d.opens_minute, 'closesMinute', d.closes_minute, 'note', d.note) order by d.day)
      from store_special_days d where d.store_id = s.id and d.day >= (now() at time zone 'Asia/Shanghai')::date), '[]') as special_days,
    coalesce((select json_agg(json_build_object('serviceId', sv.id, 'service', sv.kind, 'title', sv.title, 'settlementPriceFen', ms.settlement_price_fen) order by sv.id)
      from store_services ss join services sv on sv.id = ss.service_id
      join merchant_services ms on ms.merchant_id = s.merchant_id and ms.service_id = ss.service_id where ss.store_id = s.id), '[]') as services
  from stores s where s.id = any ($1) order by s.created_at, s.id`;

function viewOf(row: StoreRow): MerchantStore {
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    phone: row.phone,
    openingHours: row.opening_hours,
    latitude: row.latitude,
    longitude: row.longitude,
    opensMinute: row.opens_minute,
    closesMinute: row.closes_minute,
    openWeekdays: row.open_weekdays,
    openNow: row.open_now && row.suspended_at === null,
    specialDays: row.special_days,
    suspension: row.suspended_at && {
      at: toInstant(row.suspended_at),
      by: row.suspended_by ?? 'operator',
      reason: row.suspension_reason ?? '',
    },
    services: row.services,
  };
}

export async function listOwnStores(
  { pool }: { pool: Pool },
  storeIds: readonly string[],
): Promise<MerchantStore[]> {
  const { rows } = await pool.query<StoreRow>(STORES_SQL, [storeIds]);
  return rows.map(viewOf);
}

async function readOwnStore(club: Club, storeId: string): Promise<MerchantStore> {
  const [store] = await listOwnStores(club, [storeId]);
  if (!store) throw notFound('没有找到这家门店');
  return store;
}

function assertMine(owner: CounterActor, storeId: string): void {
  if (!owner.storeIds.includes(storeId)) throw notFound('没有找到这家门店');
}

/** The week's hours, and their words for everybody. */
export async function setOpeningHours(
  club: Club,
  owner: CounterActor,
  { storeId, hours }: { storeId: string; hours: z.infer<typeof openingHoursRequest> },
): Promise<MerchantStore> {
  assertMine(owner, storeId);
  const weekdays = [...new Set(hours.openWeekdays)].sort((a, b) => a - b);
  await club.pool.query(
    'update stores set opens_minute = $2, closes_minute = $3, open_weekdays = $4, opening_hours = $5 where id = $1',
    [
      storeId,
      hours.opensMinute,
      hours.closesMinute,
      weekdays,
      hoursInWords({ ...hours, openWeekdays: weekdays }),
    ],
  );
  return readOwnStore(club, storeId);
}

/** One day that differs from the week: a holiday, longer hours. Setting it again replaces it. */
export async function setSpecialDay(
  club: Club,
  owner: CounterActor,
  { storeId, date, day }: { storeId: string; date: string; day: z.infer<typeof specialDayRequest> },
): Promise<MerchantStore> {
  assertMine(owner, storeId);
  await club.pool.query(
    `insert into store_special_days (store_id, day, opens_minute, closes_minute, note) values ($1, $2, $3, $4, $5)
     on conflict (store_id, day) do update set opens_minute = excluded.opens_minute, closes_minute = excluded.closes_minute, note = excluded.note`,
    [storeId, date, day.opensMinute, day.closesMinute, day.note],
  );
  return readOwnStore(club, storeId);
}

export async function clearSpecialDay(
  club: Club,
  owner: CounterActor,
  { storeId, date }: { storeId: string; date: string },
): Promise<MerchantStore> {
  assertMine(owner, storeId);
  await club.pool.query('delete from store_special_days where store_id = $1 and day = $2', [storeId, date]);
  return readOwnStore(club, storeId);
}

type By = 'owner' | 'operator';

/** Stops a store at once: the counter asks the database at each step. What the operator stopped stays the operator's. */
async function suspend(club: Club, storeId: string, by: By, reason: string): Promise<MerchantStore> {
  await club.pool.query(
    `update stores set suspended_at = coalesce(suspended_at, now()), suspended_by = $2, suspension_reason = $3
     where id = $1 and (suspended_at is null or suspended_by is null or suspended_by = $2 or $2 = 'operator')`,
    [storeId, by, reason],
  );
  return readOwnStore(club, storeId);
}

async function resume(club: Club, storeId: string, by: By): Promise<MerchantStore> {
  const { rowCount } = await club.pool.query(
    `update stores set suspended_at = null, suspended_by = null, suspension_reason = null
     where id = $1 and (suspended_at is null or suspended_by = $2 or $2 = 'operator')`,
    [storeId, by],
  );
  if (rowCount !== 1) {
    throw new Problem(409, 'SUSPENDED_BY_OPERATOR', '这家门店由运营人员暂停，请联系运营人员恢复');
  }
  return readOwnStore(club, storeId);
}

export function suspendOwn(
  club: Club,
  owner: CounterActor,
  { storeId, reason }: { storeId: string; reason: string },
): Promise<MerchantStore> {
  assertMine(owner, storeId);
  return suspend(club, storeId, 'owner', reason);
}

/** @throws Problem 404, 409 SUSPENDED_BY_OPERATOR */
export function resumeOwn(club: Club, owner: CounterActor, storeId: string): Promise<MerchantStore> {
  assertMine(owner, storeId);
  return resume(club, storeId, 'owner');
}

async function assertReach(club: Club, operator: Operator, storeId: string): Promise<void> {
  const { rowCount } = await club.pool.query(
    'select 1 from stores where id = $1 and branch_id in (select branch_tree($2))',
    [storeId, operator.branchId],
  );
  if (rowCount !== 1) throw notFound('没有找到这家门店');
}

export async function suspendAsOperator(
  club: Club,
  operator: Operator,
  { storeId, reason }: { storeId: string; reason: string },
): Promise<MerchantStore> {
  await assertReach(club, operator, storeId);
  return suspend(club, storeId, 'operator', reason);
}

export async function resumeAsOperator(
  club: Club,
  operator: Operator,
  storeId: string,
): Promise<MerchantStore> {
  await assertReach(club, operator, storeId);
  return resume(club, storeId, 'operator');
}
