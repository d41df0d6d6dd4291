import type { FieldCipher } from '../../crypto/field-cipher';
import { normaliseMobile, normaliseName, normalisePlate, normaliseResidentId } from '../../identifiers';

type Table =
  | 'staff'
  | 'customers'
  | 'vehicles'
  | 'service_records'
  | 'claims'
  | 'claim_actions'
  | 'claim_papers'
  | 'claim_paper_requests'
  | 'claim_assessments'
  | 'claim_payouts'
  | 'claim_withdrawals'
  | 'claim_refusals'
  | 'claim_reopenings'
  | 'claim_ratings';

/** Personal fields of core: sealed per cell, found by blind indexes over normalised values. */
export interface PersonalFields {
  seal(table: Table, column: `${string}_sealed`, rowId: string, plain: string): Buffer;
  open(table: Table, column: `${string}_sealed`, rowId: string, envelope: Buffer): string;
  nameIndex(name: string): Buffer;
  /** Resident IDs and company credit codes alike. */
  idNumberIndex(idNumber: string): Buffer;
  phoneIndex(phone: string): Buffer;
  plateIndex(plate: string): Buffer;
  vinIndex(vin: string): Buffer;
}

export function createPersonalFields(cipher: FieldCipher): PersonalFields {
  const cell = (table: Table, column: string, rowId: string) => ({
    column: `core.${table}.${column}`,
    rowId,
  });
  return {
    seal: (table, column, rowId, plain) => cipher.seal(plain, cell(table, column, rowId)),
    open: (table, column, rowId, envelope) => cipher.open(envelope, cell(table, column, rowId)),
    nameIndex: (name) => cipher.blindIndex('core.customers.name_index', normaliseName(name)),
    idNumberIndex: (idNumber) =>
      cipher.blindIndex('core.customers.id_number_index', normaliseResidentId(idNumber)),
    phoneIndex: (phone) => cipher.blindIndex('core.customers.phone_index', normaliseMobile(phone)),
    plateIndex: (plate) => cipher.blindIndex('core.vehicles.plate_index', normalisePlate(plate)),
    vinIndex: (vin) => cipher.blindIndex('core.vehicles.vin_index', vin.trim().toUpperCase()),
  };
}
