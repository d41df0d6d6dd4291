import { toInstant } from '../../../http/instants';
import type { ClubTransfer } from '../../../upstream/club/contract';
import { VOUCHER_GIVEABLE } from '../benefits/voucher-states';
import type { Club } from '../club';
import { openOrNull } from '../personal-fields';
import { transferTokenOf } from './transfer-token';

export interface TransferRow {
  id: string;
  current_state: ClubTransfer['state'];
  voucher_id: string;
  new_voucher_id: string | null;
  giver_id: string;
  receiver_id: string | null;
  giver_name_sealed: Buffer | null;
  receiver_name_sealed: Buffer | null;
  kind: ClubTransfer['service'];
  title: string;
  offered_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
  taken_back_at: Date | null;
}

/** That an offer has lapsed, or that its voucher was used, revoked or ran out meanwhile, is known without a job. */
const CURRENT_STATE = `case when t.state <> 'offered' then t.state when t.expires_at <= now() then 'expired'
  when not (${VOUCHER_GIVEABLE}) then 'ended' else 'offered' end`;

export const TRANSFER_SQL = `
  select t.id, ${CURRENT_STATE} as current_state, t.voucher_id, t.new_voucher_id, t.giver_id, t.receiver_id, giver.name_sealed as giver_name_sealed,
    receiver.name_sealed as receiver_name_sealed, sv.kind, v.title, t.offered_at, t.expires_at, t.accepted_at, t.taken_back_at
  from transfers t join vouchers v on v.id = t.voucher_id join services sv on sv.id = v.service_id join members giver on giver.id = t.giver_id
  left join members receiver on receiver.id = t.receiver_id`;

export function giverName({ cipher }: Club, row: TransferRow): string | null {
  return openOrNull(cipher, 'members.name_sealed', { id: row.giver_id, envelope: row.giver_name_sealed });
}

function otherName(club: Club, row: TransferRow, given: boolean): string | null {
  if (!given) return giverName(club, row);
  if (row.receiver_id === null) return null;
  const { receiver_id: id, receiver_name_sealed: envelope } = row;
  return openOrNull(club.cipher, 'members.name_sealed', { id, envelope });
}

/** As one of the two people sees it. The token goes to the giver alone, while somebody can still use it. */
export function transferView(club: Club, row: TransferRow, memberId: string): ClubTransfer {
  const given = row.giver_id === memberId;
  return {
    id: row.id,
    direction: given ? 'given' : 'received',
    state: row.current_state,
    voucherId: given ? row.voucher_id : (row.new_voucher_id ?? row.voucher_id),
    service: row.kind,
    title: row.title,
    otherName: otherName(club, row, given),
    offeredAt: toInstant(row.offered_at),
    expiresAt: toInstant(row.expires_at),
    acceptedAt: row.accepted_at ? toInstant(row.accepted_at) : null,
    takenBackAt: row.taken_back_at ? toInstant(row.taken_back_at) : null,
    token: given && row.current_state === 'offered' ? transferTokenOf(club.transferKey, row.id) : null,
  };
}

/** The offer as it was made, for the replay of the request that made it. */
export function transferAsOffered(club: Club, row: TransferRow): ClubTransfer {
  const offered: TransferRow = {
    ...row,
    current_state: 'offered',
    receiver_id: null,
    accepted_at: null,
    taken_back_at: null,
  };
  return transferView(club, offered, row.giver_id);
}
