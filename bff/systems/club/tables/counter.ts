import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, smallint, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { fen, hash, instant, sealed } from '../../../database/columns';
import { vouchers } from './benefits';
import { clerks, merchants, services, stores } from './network';
import { branches, members } from './people';
import { club, request } from './schema';

/**
 * One use of a voucher at a counter (核销). Written by the one conditional statement and never changed, except that undoing it sets
 * `reversed_at` once. `request_id` is unique a clerk; `use_no` is unique among what stands.
 */
export const redemptions = club.table(
  'redemptions',
  {
    id: text('id').primaryKey(),
    voucherId: text('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    useNo: smallint('use_no').notNull(),
    usesLeftAfter: smallint('uses_left_after').notNull(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    storeId: text('store_id')
      .notNull()
      .references(() => stores.id),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    clerkId: text('clerk_id')
      .notNull()
      .references(() => clerks.id),
    /** Without a foreign key: presentations are thrown away after a while, this trace is not. */
    presentationId: text('presentation_id'),
    saleAmountFen: fen('sale_amount_fen'),
    discountFen: fen('discount_fen'),
    customerPaysFen: fen('customer_pays_fen'),
    settlementFen: fen('settlement_fen').notNull(),
    at: instant('at').notNull().defaultNow(),
    reversedAt: instant('reversed_at'),
    requestId: text('request_id').notNull(),
    inputHash: hash('input_hash').notNull(),
  },
  (table) => [
    unique('redemptions_request').on(table.clerkId, table.requestId),
    uniqueIndex('redemptions_use_once')
      .on(table.voucherId, table.useNo)
      .where(sql`reversed_at is null`),
    index('redemptions_by_merchant').on(table.merchantId, table.at, table.id),
    index('redemptions_by_store').on(table.storeId, table.at),
    check('redemptions_use_no', sql`use_no >= 1 and uses_left_after >= 0`),
    check(
      'redemptions_amounts',
      sql`settlement_fen >= 0 and ((sale_amount_fen is null and discount_fen is null and customer_pays_fen is null) or (sale_amount_fen > 0 and discount_fen > 0 and customer_pays_fen >= 0 and customer_pays_fen = sale_amount_fen - discount_fen))`,
    ),
  ],
);

/** Undoing a redemption is a new row; there is at most one. */
export const redemptionReversals = club.table(
  'redemption_reversals',
  {
    id: text('id').primaryKey(),
    redemptionId: text('redemption_id')
      .notNull()
      .unique('redemption_reversals_once')
      .references(() => redemptions.id),
    clerkId: text('clerk_id')
      .notNull()
      .references(() => clerks.id),
    reasonSealed: sealed('reason_sealed').notNull(),
    usesLeftAfter: smallint('uses_left_after').notNull(),
    validUntilAfter: instant('valid_until_after').notNull(),
    at: instant('at').notNull().defaultNow(),
    ...request,
  },
  (table) => [unique('redemption_reversals_request').on(table.requestScope, table.requestId)],
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
    batchId: text('batch_id'),
  },
  (table) => [
    unique('settlement_lines_once').on(table.redemptionId, table.kind),
    index('settlement_lines_open')
      .on(table.merchantId, table.at)
      .where(sql`batch_id is null`),
    index('settlement_lines_by_batch').on(table.batchId),
    check('settlement_lines_kind', sql`kind in ('redemption', 'reversal', 'adjustment')`),
    check('settlement_lines_source', sql`(kind = 'adjustment') = (redemption_id is null)`),
    check(
      'settlement_lines_sign',
      sql`kind = 'adjustment' or (kind = 'redemption' and amount_fen >= 0) or (kind = 'reversal' and amount_fen <= 0)`,
    ),
  ],
);

/** Wrong codes typed by a clerk within the last hour. Counted before the code is looked at, given back when it was right. */
export const codeAttempts = club.table(
  'code_attempts',
  {
    clerkId: text('clerk_id')
      .notNull()
      .references(() => clerks.id),
    kind: text('kind').notNull(),
    wrong: integer('wrong').notNull(),
    windowStartedAt: instant('window_started_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.clerkId, table.kind] }),
    check('code_attempts_kind', sql`kind in ('shortCode', 'voucherCode')`),
    check('code_attempts_wrong', sql`wrong >= 0`),
  ],
);
