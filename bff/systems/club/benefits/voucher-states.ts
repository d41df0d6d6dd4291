/**
 * The life of a voucher, written down once. `active`, `reserved`, `revoked` and `transferred` are stored, because somebody decided them; `offered` is a
 * gift not claimed yet, and `redeemed` and `expired` follow from the uses left and the clock (`club.voucher_state`), so that no job has to be on time.
 * Every move appends one event with the voucher's next version. The database refuses what is not listed here, and docs/club.md draws it.
 */
type VoucherLife = 'offered' | 'active' | 'reserved' | 'redeemed' | 'expired' | 'revoked' | 'transferred';

interface VoucherMove {
  from: VoucherLife;
  to: VoucherLife;
  /** The kind of the event that is appended; null where only the clock moved. */
  event: 'issued' | 'redeemed' | 'reversed' | 'reserved' | 'released' | 'revoked' | 'transferred' | null;
}

export const voucherMoves: readonly VoucherMove[] = [
  { from: 'offered', to: 'active', event: 'issued' },
  { from: 'active', to: 'reserved', event: 'reserved' },
  { from: 'reserved', to: 'active', event: 'released' },
  { from: 'active', to: 'active', event: 'redeemed' },
  { from: 'active', to: 'redeemed', event: 'redeemed' },
  { from: 'redeemed', to: 'active', event: 'reversed' },
  { from: 'active', to: 'revoked', event: 'revoked' },
  { from: 'reserved', to: 'revoked', event: 'revoked' },
  { from: 'active', to: 'transferred', event: 'transferred' },
  { from: 'active', to: 'expired', event: null },
  { from: 'expired', to: 'active', event: 'reversed' },
];

const stored: readonly VoucherLife[] = ['active', 'reserved', 'revoked', 'transferred'];

/** The moves between stored states, as the trigger on `vouchers` lists them. */
export const storedVoucherMoves: readonly string[] = voucherMoves
  .filter(({ from, to }) => from !== to && stored.includes(from) && stored.includes(to))
  .map(({ from, to }) => `${from}>${to}`);

/** SQL about a voucher `v`: nothing of it was used and it still counts. */
export const VOUCHER_WHOLE = `v.state = 'active' and v.uses_left = v.uses_total and v.amount_left_fen is not distinct from v.amount_total_fen and v.valid_until > now()`;

/** SQL about a voucher `v` and its service `sv`: it may be given away (转赠). What came from somebody else stays. */
export const VOUCHER_GIVEABLE = `${VOUCHER_WHOLE} and sv.transferable and v.vehicle_id is null and v.plate_sealed is null and v.origin_voucher_id is null`;
