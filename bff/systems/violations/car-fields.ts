import type { FieldCipher } from '../../crypto/field-cipher';
import { normalisePlate } from '../../identifiers';

/** Blind indexes of the three numbers a car is known by; the same for storing and for looking up. */
export function carIndexes(cipher: FieldCipher, car: { plate: string; vin: string; engineNo: string }) {
  const bare = (typed: string) => typed.replace(/\s/g, '').toUpperCase();
  return {
    plateIndex: cipher.blindIndex('violations.cars.plate_index', normalisePlate(car.plate)),
    vinIndex: cipher.blindIndex('violations.cars.vin_index', bare(car.vin)),
    engineNoIndex: cipher.blindIndex('violations.cars.engine_no_index', bare(car.engineNo)),
  };
}

export const placeCell = (recordId: string) => ({
  column: 'violations.records.place_sealed',
  rowId: recordId,
});
