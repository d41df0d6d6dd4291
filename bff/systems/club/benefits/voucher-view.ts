import { toInstant } from '../../../http/instants';
import type { ClubVoucherSummary } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { openOrNull } from '../personal-fields';
import { VOUCHER_GIVEABLE } from './voucher-states';

export interface VoucherRow {
  id: string;
  kind: ClubVoucherSummary['service'];
  title: string;
  basis: ClubVoucherSummary['basis'];
  fulfilment: ClubVoucherSummary['fulfilment'];
  current_state: ClubVoucherSummary['state'];
  uses_total: number;
  uses_left: number;
  discount_text: string | null;
  amount_cap_fen: number | null;
  amount_total_fen: number | null;
  amount_left_fen: number | null;
  plate_sealed: Buffer | null;
  valid_from: Date;
  valid_until: Date;
  issued_at: Date;
  typed_code_allowed: boolean;
  /** As of now; the statement that gives it away asks again. */
  transferable: boolean;
  /** The same for a voucher of which nothing was used. */
  transferable_service: boolean;
}

/** For `from vouchers v join services sv on sv.id = v.service_id`. */
export const VOUCHER_COLUMNS = `v.id, sv.kind, v.title, v.basis, v.fulfilment,
  voucher_state(v.state, v.uses_left, v.amount_left_fen, v.valid_until) as current_state,
  v.uses_total, v.uses_left, v.discount_text, v.amount_cap_fen, v.amount_total_fen, v.amount_left_fen, v.plate_sealed,
  v.valid_from, v.valid_until, v.issued_at, sv.typed_code_allowed,
  (${VOUCHER_GIVEABLE}) as transferable,
  (sv.transferable and v.vehicle_id is null and v.plate_sealed is null and v.origin_voucher_id is null) as transferable_service`;

export function voucherView({ cipher }: Club, row: VoucherRow): ClubVoucherSummary {
  const plate = openOrNull(cipher, 'vouchers.plate_sealed', { id: row.id, envelope: row.plate_sealed });
  return {
    id: row.id,
    service: row.kind,
    title: row.title,
    basis: row.basis,
    fulfilment: row.fulfilment,
    state: row.current_state,
    usesTotal: row.uses_total,
    usesLeft: row.uses_left,
    discount: row.discount_text,
    amountCapFen: row.amount_cap_fen,
    amountLeftFen: row.amount_left_fen,
    vehicle: plate === null ? null : { plate },
    validFrom: toInstant(row.valid_from),
    validUntil: toInstant(row.valid_until),
    codeAllowed: row.typed_code_allowed,
    transferable: row.transferable,
  };
}

/** The voucher as it was handed out, for the replay of the request that made it. */
export function voucherAsIssued(club: Club, row: VoucherRow): ClubVoucherSummary {
  return voucherView(club, {
    ...row,
    current_state: 'active',
    transferable: row.transferable_service,
    uses_left: row.uses_total,
    amount_left_fen: row.amount_total_fen,
  });
}
