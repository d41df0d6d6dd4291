import type { ClientBase } from 'pg';
import type { FieldCipher } from '../../../../crypto/field-cipher';
import { indexOf, seal } from '../../personal-fields';
import type { SeededRandom } from '../seeded-random';
import { createColumns, insertColumns } from './columns';
import { clerkPhone, madeUpName } from './made-up';

export const MERCHANTS = 800;
const CLERKS_A_STORE = 2;

/** What kinds of merchants there are, how many of a hundred, and what each gets for a use in fen; null is the discount it gave. */
const trades: readonly { share: number; word: string; prices: Record<string, number | null> }[] = [
  {
    share: 42,
    word: '汽车服务',
    prices: {
      svc_wash: 2500,
      svc_wash_fine: 5800,
      svc_winter_check: 6000,
      svc_battery_check: 12000,
      svc_maintenance: 9000,
    },
  },
  { share: 25, word: '机动车检测站', prices: { svc_inspection: 18000, svc_winter_check: 5500 } },
  { share: 15, word: '加油站', prices: { svc_fuel: null } },
  { share: 10, word: '道路救援', prices: { svc_driver: 8800, svc_roadside: 15000 } },
  { share: 8, word: '车主之家', prices: { svc_tyre: 4000, svc_paperwork: 6000, svc_health: 26000 } },
];

const FIRST_WORDS = [...'星安顺通和泰恒瑞鑫华远程启明丰达'];

interface SizeSetting {
  cipher: FieldCipher;
  random: SeededRandom;
  branchId: string;
}

const tables = () => ({
  merchants: createColumns({ id: 'text', branch_id: 'text', name: 'text' }),
  prices: createColumns({
    merchant_id: 'text',
    service_id: 'text',
    settlement_rule: 'text',
    settlement_price_fen: 'bigint',
  }),
  stores: createColumns({
    id: 'text',
    merchant_id: 'text',
    branch_id: 'text',
    name: 'text',
    address: 'text',
    phone: 'text',
    latitude: 'float8',
    longitude: 'float8',
  }),
  served: createColumns({ store_id: 'text', merchant_id: 'text', service_id: 'text' }),
  clerks: createColumns({
    id: 'text',
    merchant_id: 'text',
    role: 'text',
    phone_sealed: 'bytea',
    phone_index: 'bytea',
    name_sealed: 'bytea',
  }),
  places: createColumns({ clerk_id: 'text', store_id: 'text' }),
});
type Tables = ReturnType<typeof tables>;

function tradeOf(position: number): (typeof trades)[number] {
  let place = (position * 37) % 100;
  for (const trade of trades) {
    if (place < trade.share) return trade;
    place -= trade.share;
  }
  throw new Error('the shares do not make a hundred');
}

function addClerk(
  into: Tables,
  { cipher, random }: SizeSetting,
  clerk: { merchantId: string; role: string; storeId?: string },
): void {
  const number = into.clerks.count;
  const id = `clk_size_${String(number + 1).padStart(5, '0')}`;
  const phone = clerkPhone(number);
  into.clerks.push({
    id,
    merchant_id: clerk.merchantId,
    role: clerk.role,
    phone_sealed: seal(cipher, 'clerks.phone_sealed', id, phone),
    phone_index: indexOf.phone(cipher, phone),
    name_sealed: seal(cipher, 'clerks.name_sealed', id, madeUpName(random)),
  });
  if (clerk.storeId) into.places.push({ clerk_id: id, store_id: clerk.storeId });
}

/** Most of the shops lie in the city, the others all over the province. */
function position({ random }: SizeSetting): { latitude: number; longitude: number } {
  const spread = random.below(10) < 6 ? 0.12 : 1.1;
  const around = () => ((random.below(20_001) - 10_000) / 10_000) * spread;
  return { latitude: 36.66 + around(), longitude: 117.05 + around() * 1.4 };
}

function addStore(
  into: Tables,
  setting: SizeSetting,
  merchant: { id: string; name: string; services: string[]; number: number },
): void {
  const number = into.stores.count + 1;
  const id = `sto_size_${String(number).padStart(4, '0')}`;
  into.stores.push({
    id,
    merchant_id: merchant.id,
    branch_id: setting.branchId,
    name: `${merchant.name}·${String(merchant.number)} 店`,
    address: `济南市示例路 ${String(number)} 号`,
    phone: `0531-0000${String(2000 + number)}`,
    ...position(setting),
  });
  for (const service of merchant.services) {
    into.served.push({ store_id: id, merchant_id: merchant.id, service_id: service });
  }
  for (let clerk = 0; clerk < CLERKS_A_STORE; clerk += 1) {
    addClerk(into, setting, { merchantId: merchant.id, role: 'clerk', storeId: id });
  }
}

function addMerchant(into: Tables, setting: SizeSetting, number: number): void {
  const { below } = setting.random;
  const trade = tradeOf(number);
  const id = `mch_size_${String(number + 1).padStart(4, '0')}`;
  const words = Array.from({ length: 2 }, () => FIRST_WORDS[below(FIRST_WORDS.length)] ?? '').join('');
  const name = `${words}${trade.word} ${String(number + 1)}`;
  into.merchants.push({ id, branch_id: setting.branchId, name });
  for (const [service, price] of Object.entries(trade.prices)) {
    const rule = price === null ? 'discount' : 'price';
    into.prices.push({
      merchant_id: id,
      service_id: service,
      settlement_rule: rule,
      settlement_price_fen: price,
    });
  }
  addClerk(into, setting, { merchantId: id, role: 'owner' });
  const services = Object.keys(trade.prices);
  const stores = 1 + below(3);
  for (let store = 0; store < stores; store += 1) {
    addStore(into, setting, { id, name, services, number: store + 1 });
  }
}

/** The merchants with their stores, people and prices, all in one transaction of the caller. */
export async function writeNetwork(client: ClientBase, setting: SizeSetting): Promise<void> {
  const into = tables();
  for (let number = 0; number < MERCHANTS; number += 1) addMerchant(into, setting, number);
  await insertColumns(client, 'merchants', into.merchants);
  await insertColumns(client, 'merchant_services', into.prices);
  const { sql, values } = into.stores.source();
  await client.query(
    `insert into stores (id, merchant_id, branch_id, name, address, phone, latitude, longitude, opening_hours, opens_minute, closes_minute, open_weekdays, created_at)
     select t.*, '每天 08:00–20:00', 480, 1200, '{1,2,3,4,5,6,7}', now() - interval '900 days' from ${sql}`,
    values,
  );
  await insertColumns(client, 'store_services', into.served);
  await insertColumns(client, 'clerks', into.clerks);
  await insertColumns(client, 'clerk_stores', into.places);
}
