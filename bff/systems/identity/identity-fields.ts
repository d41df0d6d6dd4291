import type { FieldCipher } from '../../crypto/field-cipher';
import { normaliseMobile, normaliseName, normaliseResidentId } from '../../identifiers';

export interface IdentityFields {
  nameIndex(name: string): Buffer;
  idNumberIndex(idNumber: string): Buffer;
  phoneIndex(phone: string): Buffer;
}

export function createIdentityFields(cipher: FieldCipher): IdentityFields {
  return {
    nameIndex: (name) => cipher.blindIndex('identity.name_index', normaliseName(name)),
    idNumberIndex: (idNumber) =>
      cipher.blindIndex('identity.persons.id_number_index', normaliseResidentId(idNumber)),
    phoneIndex: (phone) => cipher.blindIndex('identity.phone_index', normaliseMobile(phone)),
  };
}
