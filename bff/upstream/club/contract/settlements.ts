/**
 * Settlement (后结算): a merchant is paid for what was redeemed, and for nothing else. `open` is what no statement holds yet; a closed statement never
 * changes, and what is undone later stands as a negative line in the next one.
 */
import * as z from 'zod/mini';
import {
  count,
  fen,
  instant,
  listOf,
  localDate,
  opaqueId,
  pageQuery,
  signedFen,
} from '../../../http/contract';
import { serviceKind } from './services';
import { shortText } from './text';

export const settlementState = z.enum(['open', 'closed', 'disputed', 'confirmed', 'paid']);
export const settlementPeriod = z.enum(['week', 'halfMonth', 'month']);

/** The id under which what is not closed yet can be read. */
export const OPEN_SETTLEMENT = 'open';

export const settlementSummary = z.object({
  id: opaqueId,
  /** Running number of the merchant's statements; null while open. */
  number: z.nullable(z.string()),
  /** First and last day in Asia/Shanghai; of an open one the last day is the day it will close after. */
  period: z.object({ from: localDate, to: localDate }),
  state: settlementState,
  totalFen: signedFen,
  lineCount: count,
  redemptionCount: count,
  /** Disputes the operator has not answered yet. */
  openDisputes: count,
  closedAt: z.nullable(instant),
  confirmedAt: z.nullable(instant),
  invoiceNo: z.nullable(z.string()),
  paidAt: z.nullable(instant),
});

export const lineKind = z.enum(['redemption', 'reversal', 'adjustment']);

export const disputeState = z.enum(['open', 'accepted', 'refused']);

export const settlementDispute = z.object({
  id: opaqueId,
  settlementId: opaqueId,
  lineId: opaqueId,
  reason: z.string(),
  state: disputeState,
  openedAt: instant,
  answer: z.nullable(z.string()),
  answeredAt: z.nullable(instant),
  /** What an accepted dispute adds to the next statement. */
  adjustmentFen: z.nullable(signedFen),
});

const settlementLine = z.object({
  lineId: opaqueId,
  redemptionId: z.nullable(opaqueId),
  kind: lineKind,
  at: instant,
  service: serviceKind,
  title: z.string(),
  store: z.object({ id: opaqueId, name: z.string() }),
  useNo: z.nullable(count),
  saleAmountFen: z.nullable(fen),
  amountFen: signedFen,
  /** Why the operator corrected something. */
  note: z.nullable(z.string()),
  dispute: z.nullable(settlementDispute),
});

/** Lines newest first, a page at a time; totals are of the whole statement. */
export const settlementDetail = z.object({
  ...settlementSummary.shape,
  merchant: z.object({ id: opaqueId, name: z.string() }),
  byService: z.array(
    z.object({ service: serviceKind, title: z.string(), lineCount: count, amountFen: signedFen }),
  ),
  /** How the total adds up: uses, what was undone after an earlier close, corrections. Only kinds that there are. */
  byKind: z.array(z.object({ kind: lineKind, lineCount: count, amountFen: signedFen })),
  lines: z.array(settlementLine),
  nextCursor: z.nullable(z.string()),
  asOf: instant,
});

/** A page of a statement's lines, of one kind when it is named; sums are always those of the whole statement. */
export const settlementLinesQuery = z.strictObject({ ...pageQuery, kind: z.optional(lineKind) });
export const settlementQuery = z.strictObject({ ...pageQuery, state: z.optional(settlementState) });
export const settlementList = listOf(settlementSummary);

const invoiceNo = z
  .string({ error: '请填写发票号码' })
  .check(z.trim(), z.regex(/^[A-Za-z0-9-]{6,30}$/, '发票号码是 6–30 位数字、字母或横线'));

/** The invoice may come with the confirmation or after it; without it nothing is paid. */
export const settlementConfirmation = z.strictObject({ invoiceNo: z.optional(invoiceNo) });
export const settlementInvoice = z.strictObject({ invoiceNo });
export const settlementAnswer = z.object({ settlement: settlementSummary });

const reason = z
  .string({ error: '请写明原因' })
  .check(z.trim(), z.minLength(2, '请写明原因'), z.maxLength(200, '最多 200 个字'));

export const disputeRequest = z.strictObject({ lineId: opaqueId, reason });
export const disputeAnswer = z.object({ dispute: settlementDispute, settlement: settlementSummary });

/** An accepted dispute says what the next statement makes up for. */
export const disputeDecision = z.strictObject({
  decision: z.enum(['accepted', 'refused']),
  answer: reason,
  adjustmentFen: z.optional(signedFen),
});

/** Without a merchant: every merchant of the operator's branch. `due` closes only where a period has ended. */
export const settlementRunRequest = z.strictObject({
  merchantId: z.optional(opaqueId),
  only: z.optional(z.enum(['due', 'all'])),
});
export const settlementRun = z.object({
  id: opaqueId,
  cause: z.enum(['schedule', 'operator']),
  state: z.enum(['running', 'done']),
  startedAt: instant,
  finishedAt: z.nullable(instant),
  merchants: count,
  handled: count,
  statements: count,
  totalFen: signedFen,
});
export const settlementRunAnswer = z.object({ run: settlementRun });
export const settlementRunList = listOf(settlementRun);

export const operatorSettlement = z.object({
  ...settlementSummary.shape,
  merchant: z.object({ id: opaqueId, name: z.string() }),
});
export const operatorSettlementList = listOf(operatorSettlement);
export const operatorSettlementQuery = z.strictObject({
  ...pageQuery,
  merchantId: z.optional(opaqueId),
  state: z.optional(z.enum(['closed', 'disputed', 'confirmed', 'paid'])),
});
export const operatorDispute = z.object({
  ...settlementDispute.shape,
  merchant: z.object({ id: opaqueId, name: z.string() }),
  line: settlementLine,
});
export const operatorDisputeList = listOf(operatorDispute);
export const operatorDisputeQuery = z.strictObject({ ...pageQuery, state: z.optional(disputeState) });

/** A correction that no redemption stands behind; it goes into the next statement. */
export const adjustmentRequest = z.strictObject({
  storeId: opaqueId,
  serviceId: opaqueId,
  amountFen: signedFen.check(z.refine((amount) => amount !== 0, '金额不能是 0')),
  note: reason,
});
export const adjustmentAnswer = z.object({ line: settlementLine });
export const paymentRequest = z.strictObject({ paymentRef: shortText(60) });

export type SettlementSummary = z.infer<typeof settlementSummary>;
export type SettlementDetail = z.infer<typeof settlementDetail>;
export type SettlementLine = z.infer<typeof settlementLine>;
export type SettlementDispute = z.infer<typeof settlementDispute>;
export type SettlementRun = z.infer<typeof settlementRun>;
