import { toInstant } from '../../../http/instants';
import type { ClubTicket, VoucherReport } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { openOrNull } from '../personal-fields';

export interface ReportRow {
  id: string;
  ticket_seq: number;
  voucher_id: string;
  redemption_id: string | null;
  kind: VoucherReport['kind'];
  remedy: VoucherReport['remedy'];
  valid_until_after: Date | null;
  comment_sealed: Buffer | null;
  state: VoucherReport['state'];
  at: Date;
  due_at: Date;
  answer_sealed: Buffer | null;
  closed_at: Date | null;
}

export const REPORT_COLUMNS = `vr.id, vr.ticket_seq, vr.voucher_id, vr.redemption_id, vr.kind, vr.remedy, vr.valid_until_after, vr.comment_sealed, vr.state,
  vr.at, vr.due_at, vr.answer_sealed, vr.closed_at`;

export function reportView({ cipher }: Club, row: ReportRow): VoucherReport {
  return {
    id: row.id,
    ticketNo: `T${String(row.ticket_seq).padStart(6, '0')}`,
    voucherId: row.voucher_id,
    redemptionId: row.redemption_id,
    kind: row.kind,
    remedy: row.remedy,
    validUntil: row.valid_until_after ? toInstant(row.valid_until_after) : null,
    state: row.state,
    at: toInstant(row.at),
    dueAt: toInstant(row.due_at),
    answer: openOrNull(cipher, 'voucher_reports.answer_sealed', {
      id: row.id,
      envelope: row.answer_sealed,
    }),
    closedAt: row.closed_at ? toInstant(row.closed_at) : null,
  };
}

export interface TicketRow extends ReportRow {
  member_id: string;
  member_name_sealed: Buffer | null;
  title: string;
  store_id: string | null;
  store_name: string | null;
  closed_by: string | null;
}

export const TICKET_COLUMNS = `${REPORT_COLUMNS}, m.id as member_id, m.name_sealed as member_name_sealed, v.title, s.id as store_id, s.name as store_name, vr.closed_by`;
export const TICKET_FROM = `voucher_reports vr join vouchers v on v.id = vr.voucher_id join members m on m.id = vr.member_id
  left join stores s on s.id = vr.store_id`;

export function ticketView(club: Club, row: TicketRow): ClubTicket {
  const { cipher } = club;
  return {
    ...reportView(club, row),
    comment: openOrNull(cipher, 'voucher_reports.comment_sealed', {
      id: row.id,
      envelope: row.comment_sealed,
    }),
    memberId: row.member_id,
    memberName: openOrNull(cipher, 'members.name_sealed', {
      id: row.member_id,
      envelope: row.member_name_sealed,
    }),
    title: row.title,
    store: row.store_id === null ? null : { id: row.store_id, name: row.store_name ?? '' },
    closedBy: row.closed_by,
  };
}
