import { toInstant } from '../../../http/instants';
import type { ClubRedemption, ServiceKind } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { open, openOrNull } from '../personal-fields';

/** A redemption with what stood at its moment; nothing in it changes later. */
export interface RedemptionRow {
  id: string;
  voucher_id: string;
  use_no: number;
  uses_left_after: number;
  kind: ServiceKind;
  title: string;
  store_id: string;
  store_name: string;
  clerk_id: string;
  clerk_name_sealed: Buffer;
  member_id: string;
  member_name_sealed: Buffer | null;
  at: Date;
  sale_amount_fen: number | null;
  discount_fen: number | null;
  customer_pays_fen: number | null;
  settlement_fen: number;
}

/** What has become of it since. */
export interface RedemptionFate {
  reversedAt: Date | null;
  usesLeft: number;
  reversibleUntil: Date | null;
}

export const CLERK_UNDO_MINUTES = 30;
const OFFSET_MS = 8 * 60 * 60 * 1000;

/** Settlements close after a month's end in Shanghai: until then an owner may count on undoing. The lock itself is the line's, not the clock's. */
export function monthEnd(at: Date): Date {
  const local = new Date(at.getTime() + OFFSET_MS);
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1) - OFFSET_MS);
}

export function clerkUndoEnd(at: Date): Date {
  return new Date(at.getTime() + CLERK_UNDO_MINUTES * 60_000);
}

/** As it was answered when it was confirmed, for its replays. */
export function fateAtConfirmation(row: RedemptionRow, isOwner: boolean): RedemptionFate {
  return {
    reversedAt: null,
    usesLeft: row.uses_left_after,
    reversibleUntil: isOwner ? monthEnd(row.at) : clerkUndoEnd(row.at),
  };
}

export function redemptionView({ cipher }: Club, row: RedemptionRow, fate: RedemptionFate): ClubRedemption {
  return {
    id: row.id,
    voucherId: row.voucher_id,
    useNo: row.use_no,
    usesLeft: fate.usesLeft,
    service: row.kind,
    title: row.title,
    memberName: openOrNull(cipher, 'members.name_sealed', {
      id: row.member_id,
      envelope: row.member_name_sealed,
    }),
    storeId: row.store_id,
    storeName: row.store_name,
    clerkName: open(cipher, 'clerks.name_sealed', row.clerk_id, row.clerk_name_sealed),
    at: toInstant(row.at),
    saleAmountFen: row.sale_amount_fen,
    discountFen: row.discount_fen,
    customerPaysFen: row.customer_pays_fen,
    settlementFen: row.settlement_fen,
    state: fate.reversedAt ? 'reversed' : 'confirmed',
    reversedAt: fate.reversedAt ? toInstant(fate.reversedAt) : null,
    reversibleUntil: fate.reversibleUntil ? toInstant(fate.reversibleUntil) : null,
  };
}
