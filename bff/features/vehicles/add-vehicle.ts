import { invalidInput } from '../../http/problem';
import { normalisePlate } from '../../identifiers';
import type { WriteCalling } from '../../upstream/calling';
import { inOurWords } from '../../upstream/refusal-words';
import type { Vehicle, VehicleRequest } from './contract';
import { plateTypeFits } from './plate-type';
import { vehicleRefusals } from './refusals';
import { shownVehicle } from './vehicle';
import type { VehiclesDeps } from './vehicles-deps';

/**
 * Adds an own vehicle, once per request id. The consent is kept first: no number reaches the club for this purpose before
 * the person's agreement stands.
 */
export async function addVehicle(
  { vehicles, consent }: Pick<VehiclesDeps, 'vehicles' | 'consent'>,
  by: WriteCalling,
  request: VehicleRequest,
): Promise<{ vehicle: Vehicle; replayed: boolean }> {
  if (!plateTypeFits(request)) {
    const message = '车牌和号牌种类对不上：新能源车牌请选“新能源”，其他选“小型汽车”';
    throw invalidInput([{ path: 'plateType', code: 'PLATE_TYPE_MISMATCH', message }]);
  }
  await consent.grant(by.actor.subject, by.idempotencyKey);
  const { plate, plateType, vin, engineNo } = request;
  const { vehicle, replayed } = await inOurWords(vehicleRefusals, () =>
    vehicles.add(by, { plate: normalisePlate(plate), plateType, vin, engineNo }),
  );
  return { vehicle: shownVehicle(vehicle), replayed };
}
