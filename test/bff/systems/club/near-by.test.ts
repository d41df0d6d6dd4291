import { nearStoresStatement } from '../../../../bff/systems/club/network/stores';
import { clubStoreList } from '../../../../bff/upstream/club/contract';
import { actors } from './actors';
import { startClub, type ClubUnderTest } from './start-club';

const STORES = 2_400;
const MERCHANTS = 800;
const HERE = { latitude: 36.65, longitude: 117.1 };

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
  await club.pool.query(
    `insert into merchants (id, branch_id, name) select 'm' || n, 'br_sd_jinan', '商户' || n from generate_series(1, $1::int) n`,
    [MERCHANTS],
  );
  await club.pool.query(
    `insert into merchant_services (merchant_id, service_id, settlement_rule, settlement_price_fen)
     select 'm' || n, 'svc_wash', 'price', 2500 from generate_series(1, $1::int) n`,
    [MERCHANTS],
  );
  await club.pool.query(
    `insert into stores (id, merchant_id, branch_id, name, address, phone, opening_hours, opens_minute, closes_minute, open_weekdays, latitude, longitude)
     select 's' || n, 'm' || (n % $2::int + 1), 'br_sd_jinan', '门店' || n, '济南', '0531-00000000', '24 小时', 0, 1440, '{1,2,3,4,5,6,7}',
       34.5 + (n * 7919 % 3700) / 1000.0, 114.8 + (n * 104729 % 7900) / 1000.0 from generate_series(1, $1::int) n`,
    [STORES, MERCHANTS],
  );
  await club.pool.query(
    `insert into store_services (store_id, merchant_id, service_id) select id, merchant_id, 'svc_wash' from stores where id like 's%' and id not like 'sto%'`,
  );
  await club.pool.query('analyze stores; analyze store_services; analyze merchants');
}, 120_000);
afterAll(() => club.stop(), 60_000);

const near = (rest: string) =>
  club.read(
    `/stores?service=carWash&latitude=${String(HERE.latitude)}&longitude=${String(HERE.longitude)}${rest}`,
    actors.member,
    clubStoreList,
  );

it('finds the nearest in the exact order, page after page, as if every shop had been measured', async () => {
  const { rows } = await club.pool.query<{ id: string }>(
    `select s.id from stores s where s.suspended_at is null and exists (
       select 1 from store_services ss join services sv on sv.id = ss.service_id where ss.store_id = s.id and sv.kind = 'carWash')
     order by distance_metres($1, $2, s.latitude, s.longitude), s.id limit 250`,
    [HERE.latitude, HERE.longitude],
  );
  const found: string[] = [];
  for (let cursor = ''; found.length < 250;) {
    const { items, nextCursor } = await near(`&limit=50${cursor}`);
    found.push(...items.map(({ id }) => id));
    cursor = `&cursor=${nextCursor ?? ''}`;
  }
  expect(found).toEqual(rows.map(({ id }) => id));
});

it('asks the index over positions', async () => {
  const { rows } = await club.pool.query<Record<string, string>>(
    `explain ${nearStoresStatement.text
      .replace(/\$11/g, '12000')
      .replace(/\$10/g, '117.24')
      .replace(/\$9/g, '116.96')
      .replace(/\$8/g, '36.76')
      .replace(/\$7/g, '36.54')
      .replace(/\$6/g, '21')
      .replace(/\$5/g, `''`)
      .replace(/\$4/g, 'null')
      .replace(/\$3/g, '117.1')
      .replace(/\$2/g, '36.65')
      .replace(/\$1/g, `'carWash'`)}`,
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('stores_by_position');
  expect(plan).not.toContain('Seq Scan on stores');
});
