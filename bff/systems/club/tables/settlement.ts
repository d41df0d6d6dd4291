import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { fen, hash, instant, localDate, sealed } from '../../../database/columns';
import { redemptions } from './counter';
import { clerks, merchants, services, stores } from './network';
import { branches, operators } from './people';
import { club, request } from './schema';

/** One closing, of every merchant that was due or of those an operator asked for. Its merchants are handled one by one, by whichever process is free. */
export const settlementRuns = club.table(
  'settlement_runs',
  {
    id: text('id').primaryKey(),
    cause: text('cause').notNull(),
    onlyDue: boolean('only_due').notNull(),
    operatorId: text('operator_id').references(() => operators.id),
    branchId: text('branch_id').references(() => branches.id),
    startedAt: instant('started_at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
    ...request,
  },
  (table) => [
    unique('settlement_runs_request').on(table.requestScope, table.requestId),
    index('settlement_runs_by_time').on(table.startedAt, table.id),
    check('settlement_runs_cause', sql`cause in ('schedule', 'operator')`),
  ],
);

/**
 * A statement (结算单). Its lines, total and period never change once it is written; what may change is what the merchant and the operator say about it.
 */
export const settlementBatches = club.table(
  'settlement_batches',
  {
    id: text('id').primaryKey(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    runId: text('run_id')
      .notNull()
      .references(() => settlementRuns.id),
    number: integer('number').notNull(),
    /** Everything before this moment belonged to an ended period; a merchant is closed once for it. */
    through: instant('through').notNull(),
    periodFrom: localDate('period_from').notNull(),
    periodTo: localDate('period_to').notNull(),
    totalFen: fen('total_fen').notNull(),
    lineCount: integer('line_count').notNull(),
    redemptionCount: integer('redemption_count').notNull(),
    state: text('state').notNull().default('closed'),
    closedAt: instant('closed_at').notNull().defaultNow(),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: text('confirmed_by').references(() => clerks.id),
    invoiceNo: text('invoice_no'),
    invoicedAt: instant('invoiced_at'),
    paidAt: instant('paid_at'),
    paidBy: text('paid_by').references(() => operators.id),
    paymentRef: text('payment_ref'),
  },
  (table) => [
    unique('settlement_batches_number').on(table.merchantId, table.number),
    unique('settlement_batches_once').on(table.merchantId, table.through),
    index('settlement_batches_by_merchant').on(table.merchantId, table.closedAt, table.id),
    index('settlement_batches_by_state').on(table.branchId, table.state, table.closedAt),
    index('settlement_batches_by_time').on(table.closedAt, table.id),
    check('settlement_batches_state', sql`state in ('closed', 'disputed', 'confirmed', 'paid')`),
    check('settlement_batches_lines', sql`line_count > 0 and redemption_count between 0 and line_count`),
    check('settlement_batches_period', sql`period_to >= period_from`),
    check(
      'settlement_batches_confirmed',
      sql`(state in ('confirmed', 'paid')) = (confirmed_at is not null) and (confirmed_at is null) = (confirmed_by is null)`,
    ),
    check('settlement_batches_invoiced', sql`(invoice_no is null) = (invoiced_at is null)`),
    check(
      'settlement_batches_paid',
      sql`(state = 'paid') = (paid_at is not null) and (paid_at is null) = (paid_by is null) and (paid_at is null or invoice_no is not null)`,
    ),
  ],
);

/** What a run still has to do. */
export const settlementRunMerchants = club.table(
  'settlement_run_merchants',
  {
    runId: text('run_id')
      .notNull()
      .references(() => settlementRuns.id),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    handledAt: instant('handled_at'),
    /** Null when there was nothing to close. */
    batchId: text('batch_id').references(() => settlementBatches.id),
  },
  (table) => [primaryKey({ columns: [table.runId, table.merchantId] })],
);

/** What a merchant is owed (结算). Closing puts lines that have no batch into one; a line in a batch is locked and never changes again. */
export const settlementLines = club.table(
  'settlement_lines',
  {
    id: text('id').primaryKey(),
    redemptionId: text('redemption_id').references(() => redemptions.id),
    kind: text('kind').notNull(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    storeId: text('store_id')
      .notNull()
      .references(() => stores.id),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    amountFen: fen('amount_fen').notNull(),
    at: instant('at').notNull().defaultNow(),
    batchId: text('batch_id').references(() => settlementBatches.id),
    /** Why the operator corrected something; only of an adjustment. */
    noteSealed: sealed('note_sealed'),
    requestScope: text('request_scope'),
    requestId: text('request_id'),
    inputHash: hash('input_hash'),
  },
  (table) => [
    unique('settlement_lines_request').on(table.requestScope, table.requestId),
    unique('settlement_lines_once').on(table.redemptionId, table.kind),
    index('settlement_lines_open')
      .on(table.merchantId, table.at)
      .where(sql`batch_id is null`),
    index('settlement_lines_by_batch').on(table.batchId, table.at, table.id),
    check('settlement_lines_note', sql`(kind = 'adjustment') = (note_sealed is not null)`),
    check('settlement_lines_kind', sql`kind in ('redemption', 'reversal', 'adjustment')`),
    check('settlement_lines_source', sql`(kind = 'adjustment') = (redemption_id is null)`),
    check(
      'settlement_lines_sign',
      sql`kind = 'adjustment' or (kind = 'redemption' and amount_fen >= 0) or (kind = 'reversal' and amount_fen <= 0)`,
    ),
  ],
);

/** What was done with a statement by whom, appended; also how a repeated request is recognised. */
export const settlementActions = club.table(
  'settlement_actions',
  {
    id: text('id').primaryKey(),
    batchId: text('batch_id')
      .notNull()
      .references(() => settlementBatches.id),
    kind: text('kind').notNull(),
    /** A clerk's or an operator's id. */
    actorId: text('actor_id').notNull(),
    disputeId: text('dispute_id'),
    at: instant('at').notNull().defaultNow(),
    ...request,
  },
  (table) => [
    unique('settlement_actions_request').on(table.requestScope, table.requestId),
    index('settlement_actions_by_batch').on(table.batchId, table.at),
    check('settlement_actions_kind', sql`kind in ('confirmed', 'invoiced', 'disputed', 'answered', 'paid')`),
  ],
);

/** An objection to one line; one at a time, answered once. */
export const settlementDisputes = club.table(
  'settlement_disputes',
  {
    id: text('id').primaryKey(),
    batchId: text('batch_id')
      .notNull()
      .references(() => settlementBatches.id),
    lineId: text('line_id')
      .notNull()
      .references(() => settlementLines.id),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    clerkId: text('clerk_id')
      .notNull()
      .references(() => clerks.id),
    reasonSealed: sealed('reason_sealed').notNull(),
    state: text('state').notNull().default('open'),
    openedAt: instant('opened_at').notNull().defaultNow(),
    answerSealed: sealed('answer_sealed'),
    answeredAt: instant('answered_at'),
    answeredBy: text('answered_by').references(() => operators.id),
    adjustmentLineId: text('adjustment_line_id').references(() => settlementLines.id),
  },
  (table) => [
    uniqueIndex('settlement_disputes_one_open')
      .on(table.lineId)
      .where(sql`state = 'open'`),
    index('settlement_disputes_by_batch').on(table.batchId),
    index('settlement_disputes_by_line').on(table.lineId, table.openedAt),
    index('settlement_disputes_by_state').on(table.branchId, table.state, table.openedAt),
    check('settlement_disputes_state', sql`state in ('open', 'accepted', 'refused')`),
    check(
      'settlement_disputes_answered',
      sql`(state = 'open') = (answered_at is null) and (state = 'open') = (answer_sealed is null) and (state = 'open') = (answered_by is null)`,
    ),
    check('settlement_disputes_adjusted', sql`adjustment_line_id is null or state = 'accepted'`),
  ],
);
