import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import type { FieldCipher } from '../../crypto/field-cipher';
import {
  agentCustomers,
  demoCompanyCar,
  elderMemberCar,
  unverifiedMemberCar,
  verifiedMemberCars,
  type DemoCar,
} from '../demo-people';
import { carIndexes, placeCell } from './car-fields';
import { cars, records } from './tables';

interface RecordSeed {
  /** Days and minutes before the seed. */
  daysAgo: number;
  minutes: number;
  place: string;
  behaviour: string;
  fineYuan: number;
  points: number;
  state: 'open' | 'handled' | 'paid';
}

/** Points by 道路交通安全违法行为记分管理办法 in force since 2022-04-01; fines as usual in Shandong. */
const fuelRecords: RecordSeed[] = [
  {
    daysAgo: 16,
    minutes: 1_062,
    place: '济南市历下区经十路与燕山立交桥路口',
    behaviour: '驾驶机动车违反禁止标线指示',
    fineYuan: 100,
    points: 1,
    state: 'open',
  },
  {
    daysAgo: 39,
    minutes: 745,
    place: '济南市历下区文化西路 102 号附近',
    behaviour: '违反规定停放机动车，驾驶人不在现场，妨碍其他车辆、行人通行',
    fineYuan: 100,
    points: 0,
    state: 'open',
  },
  {
    daysAgo: 163,
    minutes: 498,
    place: '济南市市中区英雄山路与马鞍山路路口',
    behaviour: '驾驶机动车违反道路交通信号灯通行',
    fineYuan: 200,
    points: 6,
    state: 'paid',
  },
];
const electricRecords: RecordSeed[] = [
  {
    daysAgo: 27,
    minutes: 1_135,
    place: '济南市历城区工业北路与奥体中路路口',
    behaviour: '驾驶机动车有拨打、接听手持电话等妨碍安全驾驶的行为',
    fineYuan: 50,
    points: 3,
    state: 'handled',
  },
  {
    daysAgo: 208,
    minutes: 871,
    place: '济南市历下区旅游路 K6+300',
    behaviour: '驾驶机动车在高速公路、城市快速路以外的道路上行驶超过规定时速百分之二十以上未达到百分之五十',
    fineYuan: 200,
    points: 3,
    state: 'paid',
  },
];
const elderRecords: RecordSeed[] = [
  {
    daysAgo: 55,
    minutes: 566,
    place: '济南市天桥区北园大街与历山北路路口',
    behaviour: '驾驶机动车在道路上行驶时，驾驶人未按规定系安全带',
    fineYuan: 50,
    points: 1,
    state: 'paid',
  },
];

const seeds: { id: string; car: DemoCar; records: RecordSeed[] }[] = [
  { id: 'car_demo_fuel', car: verifiedMemberCars.fuel, records: fuelRecords },
  { id: 'car_demo_electric', car: verifiedMemberCars.electric, records: electricRecords },
  { id: 'car_demo_elder', car: elderMemberCar, records: elderRecords },
  { id: 'car_demo_unverified', car: unverifiedMemberCar, records: [] },
  { id: 'car_demo_company', car: demoCompanyCar, records: [] },
  ...agentCustomers.map(({ car }, index) => ({ id: `car_demo_agent_${index + 1}`, car, records: [] })),
];

const DAY_MS = 86_400_000;
const REVIEW_MS = 2 * DAY_MS;

function recordRows(cipher: FieldCipher, carId: string, list: RecordSeed[], midnight: Date) {
  return list.map((record, index) => {
    const id = `${carId}_${index + 1}`;
    const occurredAt = new Date(midnight.getTime() - record.daysAgo * DAY_MS + record.minutes * 60_000);
    return {
      id,
      carId,
      occurredAt,
      enteredAt: new Date(occurredAt.getTime() + REVIEW_MS),
      placeSealed: cipher.seal(record.place, placeCell(id)),
      behaviour: record.behaviour,
      fineFen: record.fineYuan * 100,
      points: record.points,
      handled: record.state !== 'open',
      paid: record.state === 'paid',
    };
  });
}

/** Every demo car is registered, most of them without a record: "found nothing" has to be seen too. */
export async function seedViolations({ pool, cipher }: { pool: Pool; cipher: FieldCipher }): Promise<void> {
  const db = drizzle(pool);
  const { rows } = await pool.query<{ midnight: Date }>("select date_trunc('day', now()) as midnight");
  const midnight = rows[0]?.midnight ?? new Date();
  await db.insert(cars).values(
    seeds.map(({ id, car }) => ({
      id,
      plateType: car.plateType,
      plateSealed: cipher.seal(car.plate, { column: 'violations.cars.plate_sealed', rowId: id }),
      vinSealed: cipher.seal(car.vin, { column: 'violations.cars.vin_sealed', rowId: id }),
      engineNoSealed: cipher.seal(car.engineNo, { column: 'violations.cars.engine_no_sealed', rowId: id }),
      ...carIndexes(cipher, car),
    })),
  );
  await db
    .insert(records)
    .values(seeds.flatMap((seed) => recordRows(cipher, seed.id, seed.records, midnight)));
}
