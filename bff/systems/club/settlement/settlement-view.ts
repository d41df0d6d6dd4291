import { toInstant } from '../../../http/instants';
import type {
  ServiceKind,
  SettlementDispute,
  SettlementLine,
  SettlementSummary,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { open, openOrNull } from '../personal-fields';

export interface BatchRow {
  id: string;
  merchant_id: string;
  merchant_name: string;
  number: number;
  period_from: string;
  period_to: string;
  state: 'closed' | 'disputed' | 'confirmed' | 'paid';
  total_fen: number;
  line_count: number;
  redemption_count: number;
  open_disputes: number;
  closed_at: Date;
  confirmed_at: Date | null;
  invoice_no: string | null;
  paid_at: Date | null;
}

export const BATCH_COLUMNS = `b.id, b.merchant_id, m.name as merchant_name, b.number, b.period_from, b.period_to, b.state, b.total_fen, b.line_count,
  b.redemption_count, (select count(*) from settlement_disputes d where d.batch_id = b.id and d.state = 'open') as open_disputes,
  b.closed_at, b.confirmed_at, b.invoice_no, b.paid_at`;

export const BATCH_FROM = 'settlement_batches b join merchants m on m.id = b.merchant_id';

/** The number on paper: the month it ends in, and the merchant's running number. */
const numberOf = (row: BatchRow) =>
  `JS${row.period_to.slice(0, 7).replace('-', '')}-${String(row.number).padStart(4, '0')}`;

export function batchView(row: BatchRow): SettlementSummary {
  return {
    id: row.id,
    number: numberOf(row),
    period: { from: row.period_from, to: row.period_to },
    state: row.state,
    totalFen: row.total_fen,
    lineCount: row.line_count,
    redemptionCount: row.redemption_count,
    openDisputes: row.open_disputes,
    closedAt: toInstant(row.closed_at),
    confirmedAt: row.confirmed_at ? toInstant(row.confirmed_at) : null,
    invoiceNo: row.invoice_no,
    paidAt: row.paid_at ? toInstant(row.paid_at) : null,
  };
}

export interface DisputeRow {
  dispute_id: string;
  dispute_batch_id: string;
  dispute_line_id: string;
  dispute_reason_sealed: Buffer;
  dispute_state: SettlementDispute['state'];
  dispute_opened_at: Date;
  dispute_answer_sealed: Buffer | null;
  dispute_answered_at: Date | null;
  dispute_adjustment_fen: number | null;
}

export const DISPUTE_COLUMNS = `d.id as dispute_id, d.batch_id as dispute_batch_id, d.line_id as dispute_line_id, d.reason_sealed as dispute_reason_sealed,
  d.state as dispute_state, d.opened_at as dispute_opened_at, d.answer_sealed as dispute_answer_sealed, d.answered_at as dispute_answered_at,
  (select a.amount_fen from settlement_lines a where a.id = d.adjustment_line_id) as dispute_adjustment_fen`;

export function disputeView({ cipher }: Club, row: DisputeRow): SettlementDispute {
  const { dispute_id: id } = row;
  return {
    id,
    settlementId: row.dispute_batch_id,
    lineId: row.dispute_line_id,
    reason: open(cipher, 'settlement_disputes.reason_sealed', id, row.dispute_reason_sealed),
    state: row.dispute_state,
    openedAt: toInstant(row.dispute_opened_at),
    answer: openOrNull(cipher, 'settlement_disputes.answer_sealed', {
      id,
      envelope: row.dispute_answer_sealed,
    }),
    answeredAt: row.dispute_answered_at ? toInstant(row.dispute_answered_at) : null,
    adjustmentFen: row.dispute_adjustment_fen,
  };
}

export interface LineRow {
  line_id: string;
  redemption_id: string | null;
  line_kind: SettlementLine['kind'];
  line_at: Date;
  service: ServiceKind;
  title: string;
  store_id: string;
  store_name: string;
  use_no: number | null;
  sale_amount_fen: number | null;
  amount_fen: number;
  note_sealed: Buffer | null;
}

export const LINE_COLUMNS = `l.id as line_id, l.redemption_id, l.kind as line_kind, l.at as line_at, sv.kind as service, sv.title, s.id as store_id,
  s.name as store_name, r.use_no, r.sale_amount_fen, l.amount_fen, l.note_sealed`;

export const LINE_JOINS = `join services sv on sv.id = l.service_id join stores s on s.id = l.store_id
  left join redemptions r on r.id = l.redemption_id`;

/** With its latest dispute. */
export const LINE_DISPUTE = `left join lateral (
    select * from settlement_disputes of_line where of_line.line_id = l.id order by of_line.opened_at desc, of_line.id desc limit 1) d on true`;

export type DisputedLineRow = LineRow & (DisputeRow | { dispute_id: null });

export function lineView(club: Club, row: DisputedLineRow): SettlementLine {
  return {
    lineId: row.line_id,
    redemptionId: row.redemption_id,
    kind: row.line_kind,
    at: toInstant(row.line_at),
    service: row.service,
    title: row.title,
    store: { id: row.store_id, name: row.store_name },
    useNo: row.use_no,
    saleAmountFen: row.sale_amount_fen,
    amountFen: row.amount_fen,
    note: openOrNull(club.cipher, 'settlement_lines.note_sealed', {
      id: row.line_id,
      envelope: row.note_sealed,
    }),
    dispute: row.dispute_id === null ? null : disputeView(club, row),
  };
}
