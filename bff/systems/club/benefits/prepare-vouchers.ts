import { uuidv7 } from 'uuidv7';
import type { Club } from '../club';
import { indexOf, open, seal } from '../personal-fields';
import { newVoucherCode } from './voucher-code';

/** What one line of a gift becomes: `position` finds the line again inside the statement that writes the vouchers. */
export interface ContentLine {
  position: number;
  quantity: number;
  vehicle_bound: boolean;
}

export interface PreparedVouchers {
  ids: string[];
  positions: number[];
  sealedCodes: Buffer[];
  codeIndexes: Buffer[];
  sealedPlates: (Buffer | null)[];
  eventIds: string[];
}

/** Ids, codes and plates are sealed before the statement runs, because an envelope is bound to its row's id. */
export function prepareVouchers(
  { cipher }: Club,
  lines: readonly ContentLine[],
  plate: string | null,
): PreparedVouchers {
  const prepared: PreparedVouchers = {
    ids: [],
    positions: [],
    sealedCodes: [],
    codeIndexes: [],
    sealedPlates: [],
    eventIds: [],
  };
  const wanted = lines.flatMap((line) => Array.from({ length: line.quantity }, () => line));
  for (const line of wanted) {
    const id = uuidv7();
    const code = newVoucherCode();
    prepared.ids.push(id);
    prepared.positions.push(line.position);
    prepared.sealedCodes.push(seal(cipher, 'vouchers.code_sealed', id, code));
    prepared.codeIndexes.push(indexOf.voucherCode(cipher, code));
    prepared.sealedPlates.push(
      line.vehicle_bound && plate !== null ? seal(cipher, 'vouchers.plate_sealed', id, plate) : null,
    );
    prepared.eventIds.push(uuidv7());
  }
  return prepared;
}

export function giftPlate(
  { cipher }: Club,
  gift: { id: string; plate_sealed: Buffer | null },
): string | null {
  return gift.plate_sealed === null ? null : open(cipher, 'gifts.plate_sealed', gift.id, gift.plate_sealed);
}
