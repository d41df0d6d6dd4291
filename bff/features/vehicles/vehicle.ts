import { hasVinCheckDigit } from '../../identifiers';
import { maskVin } from '../../masking';
import type { ClubVehicle } from '../../upstream/club/contract';
import type { Vehicle } from './contract';

const VIN_HINT = '车架号没有通过校验，请对照行驶证再看一遍。进口车可能没有校验位，核对无误就不用管';

/** Its owner sees the plate in full; the VIN stays hidden. */
export function shownVehicle({ id, plate, plateType, vin, model, addedAt }: ClubVehicle): Vehicle {
  const vinWarning = hasVinCheckDigit(vin) ? null : VIN_HINT;
  return { id, plate, plateType, vinMasked: maskVin(vin), model, addedAt, vinWarning };
}
