import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import type { PoolClient } from 'pg';
import { inTransaction } from '../../../database/transaction';
import { toInstant } from '../../../http/instants';
import { invalidInput, notFound, Problem } from '../../../http/problem';
import { isNewEnergyPlate, isPlate, isVin, normalisePlate } from '../../../identifiers';
import type { ClubVehicle, clubVehicleRequest } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { indexOf, open, seal } from '../personal-fields';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';

type Wanted = z.infer<typeof clubVehicleRequest>;

const MOST_VEHICLES = 10;

interface VehicleRow {
  id: string;
  plate_sealed: Buffer;
  plate_type: ClubVehicle['plateType'];
  vin_sealed: Buffer;
  engine_no_sealed: Buffer;
  model: string | null;
  added_at: Date;
}

const COLUMNS = 'id, plate_sealed, plate_type, vin_sealed, engine_no_sealed, model, added_at';

function vehicleView({ cipher }: Club, row: VehicleRow): ClubVehicle {
  return {
    id: row.id,
    plate: open(cipher, 'vehicles.plate_sealed', row.id, row.plate_sealed),
    plateType: row.plate_type,
    vin: open(cipher, 'vehicles.vin_sealed', row.id, row.vin_sealed),
    engineNo: open(cipher, 'vehicles.engine_no_sealed', row.id, row.engine_no_sealed),
    model: row.model,
    addedAt: toInstant(row.added_at),
  };
}

function checked(wanted: Wanted): Wanted {
  const plate = normalisePlate(wanted.plate);
  const vin = wanted.vin.trim().toUpperCase();
  const engineNo = wanted.engineNo.trim().toUpperCase();
  if (!isPlate(plate))
    throw invalidInput([{ path: 'plate', code: 'PLATE', message: '车牌号不对，例如 鲁A12345' }]);
  if ((wanted.plateType === '02') === isNewEnergyPlate(plate)) {
    throw invalidInput([{ path: 'plateType', code: 'PLATE_TYPE', message: '号牌种类和车牌号对不上' }]);
  }
  if (!isVin(vin))
    throw invalidInput([{ path: 'vin', code: 'VIN', message: '车架号是 17 位，没有字母 I、O、Q' }]);
  if (!/^[A-Z0-9*-]{2,20}$/.test(engineNo)) {
    throw invalidInput([
      { path: 'engineNo', code: 'ENGINE_NO', message: '发动机号只有字母和数字，请对照行驶证' },
    ]);
  }
  return { plate, vin, engineNo, plateType: wanted.plateType };
}

async function earlierVehicle(club: Club, request: WriteRequest): Promise<ClubVehicle | undefined> {
  const { rows } = await club.pool.query<VehicleRow & { input_hash: Buffer }>(
    `select ${COLUMNS}, input_hash from vehicles where request_scope = $1 and request_id = $2`,
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return vehicleView(club, rows[0]);
}

/** Counted under the member's lock, so that two additions at once cannot both be the tenth. */
async function insertVehicle(
  club: Club,
  client: PoolClient,
  { memberId, vehicle, request }: { memberId: string; vehicle: Wanted; request: WriteRequest },
): Promise<ClubVehicle> {
  const member = await client.query(
    'select 1 from members where id = $1 and merged_into is null and erased_at is null for update',
    [memberId],
  );
  if (member.rowCount !== 1) throw new Problem(404, 'MEMBER_GONE', '这个账户已不存在或已合并，请重新登录');
  const { rows: counted } = await client.query<{ count: number }>(
    'select count(*) as count from vehicles where member_id = $1 and removed_at is null',
    [memberId],
  );
  if ((counted[0]?.count ?? 0) >= MOST_VEHICLES) {
    throw new Problem(409, 'TOO_MANY_VEHICLES', `最多可以添加 ${String(MOST_VEHICLES)} 辆车，请先删除不用的`);
  }
  const { cipher } = club;
  const id = uuidv7();
  const { rows } = await client.query<VehicleRow>(
    `insert into vehicles (id, member_id, plate_sealed, plate_index, plate_type, vin_sealed, engine_no_sealed, request_scope, request_id, input_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${COLUMNS}`,
    [
      id,
      memberId,
      seal(cipher, 'vehicles.plate_sealed', id, vehicle.plate),
      indexOf.plate(cipher, vehicle.plate),
      vehicle.plateType,
      seal(cipher, 'vehicles.vin_sealed', id, vehicle.vin),
      seal(cipher, 'vehicles.engine_no_sealed', id, vehicle.engineNo),
      request.scope,
      request.id,
      request.inputHash,
    ],
  );
  if (!rows[0]) throw new Error('a vehicle was not written');
  return vehicleView(club, rows[0]);
}

/** @throws Problem 422 for what cannot be a plate or VIN, 409 VEHICLE_EXISTS, 409 TOO_MANY_VEHICLES */
export async function addVehicle(
  club: Club,
  { memberId, key, wanted }: { memberId: string; key: string; wanted: Wanted },
): Promise<{ body: ClubVehicle; replayed: boolean }> {
  const request = writeRequest(club, `vehicle:${memberId}`, { key, input: wanted });
  const earlier = await earlierVehicle(club, request);
  if (earlier) return { body: earlier, replayed: true };
  const vehicle = checked(wanted);
  try {
    const body = await inTransaction(club.pool, (client) =>
      insertVehicle(club, client, { memberId, vehicle, request }),
    );
    return { body, replayed: false };
  } catch (error) {
    const uniqueKey = brokenUniqueKey(error);
    if (uniqueKey === undefined) throw error;
    const winner = await earlierVehicle(club, request);
    if (winner) return { body: winner, replayed: true };
    if (uniqueKey !== 'vehicles_plate_once_a_member') throw error;
    throw new Problem(409, 'VEHICLE_EXISTS', '这辆车已经在您的车库里了');
  }
}

/** In the order they were added; nobody has more than a page of them. */
export async function listVehicles(club: Club, memberId: string): Promise<ClubVehicle[]> {
  const { rows } = await club.pool.query<VehicleRow>(
    `select ${COLUMNS} from vehicles where member_id = $1 and removed_at is null order by added_at, id`,
    [memberId],
  );
  return rows.map((row) => vehicleView(club, row));
}

export async function readVehicle(club: Club, memberId: string, vehicleId: string): Promise<ClubVehicle> {
  const { rows } = await club.pool.query<VehicleRow>(
    `select ${COLUMNS} from vehicles where member_id = $1 and id = $2 and removed_at is null`,
    [memberId, vehicleId],
  );
  if (!rows[0]) throw notFound('没有找到这辆车');
  return vehicleView(club, rows[0]);
}

/** Removing it twice is fine; removing somebody else's is not found. */
export async function removeVehicle(club: Club, memberId: string, vehicleId: string): Promise<void> {
  const { rowCount } = await club.pool.query(
    'update vehicles set removed_at = coalesce(removed_at, now()) where member_id = $1 and id = $2',
    [memberId, vehicleId],
  );
  if (rowCount !== 1) throw notFound('没有找到这辆车');
}
