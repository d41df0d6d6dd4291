import type { FieldCipher } from '../../crypto/field-cipher';

/** Encrypted columns by table; a name that is not here cannot be sealed. */
export type SealedCell =
  | 'members.phone_sealed'
  | 'members.name_sealed'
  | 'members.id_number_sealed'
  | 'wechat_accounts.openid_sealed'
  | 'wechat_accounts.unionid_sealed'
  | 'identity_bindings.answer_sealed'
  | 'operators.phone_sealed'
  | 'operators.name_sealed'
  | 'identity_reviews.name_sealed'
  | 'identity_reviews.id_number_sealed'
  | 'identity_reviews.reason_sealed'
  | 'vehicles.plate_sealed'
  | 'vehicles.vin_sealed'
  | 'vehicles.engine_no_sealed'
  | 'clerks.phone_sealed'
  | 'clerks.name_sealed'
  | 'gifts.plate_sealed'
  | 'vouchers.code_sealed'
  | 'vouchers.plate_sealed'
  | 'redemption_ratings.comment_sealed'
  | 'redemption_reversals.reason_sealed'
  | 'settlement_lines.note_sealed'
  | 'settlement_disputes.reason_sealed'
  | 'settlement_disputes.answer_sealed'
  | 'voucher_reports.comment_sealed'
  | 'voucher_reports.answer_sealed';

export function seal(cipher: FieldCipher, cell: SealedCell, rowId: string, plain: string): Buffer {
  return cipher.seal(plain, { column: `club.${cell}`, rowId });
}

export function open(cipher: FieldCipher, cell: SealedCell, rowId: string, envelope: Buffer): string {
  return cipher.open(envelope, { column: `club.${cell}`, rowId });
}

export function openOrNull(
  cipher: FieldCipher,
  cell: SealedCell,
  row: { id: string; envelope: Buffer | null },
): string | null {
  return row.envelope === null ? null : open(cipher, cell, row.id, row.envelope);
}

/**
 * One index a meaning, not a column: a phone is the same phone for a member, a clerk and an operator, and an ID for a member and a review.
 * That is how a member is known to be a clerk.
 */
export const indexOf = {
  phone: (cipher: FieldCipher, phone: string) => cipher.blindIndex('club.phone', phone),
  openid: (cipher: FieldCipher, openid: string) => cipher.blindIndex('club.openid', openid),
  unionid: (cipher: FieldCipher, unionid: string) => cipher.blindIndex('club.unionid', unionid),
  idNumber: (cipher: FieldCipher, idNumber: string) => cipher.blindIndex('club.id_number', idNumber),
  plate: (cipher: FieldCipher, plate: string) => cipher.blindIndex('club.plate', plate),
  voucherCode: (cipher: FieldCipher, code: string) => cipher.blindIndex('club.voucher_code', code),
};
