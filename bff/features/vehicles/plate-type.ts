import { isNewEnergyPlate } from '../../identifiers';
import type { VehicleRequest } from './contract';

/** The plate itself says whether the car is a new-energy one; a wrong type finds no records at the source. */
export function plateTypeFits({ plate, plateType }: Pick<VehicleRequest, 'plate' | 'plateType'>): boolean {
  return isNewEnergyPlate(plate) === (plateType === '51' || plateType === '52');
}
