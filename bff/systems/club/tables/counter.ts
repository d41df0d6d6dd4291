import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, smallint, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { fen, hash, instant, localDate, sealed } from '../../../database/columns';
import { vouchers } from './benefits';
import { clerks, merchants, services, stores } from './network';
import { branches, members, operators } from './people';
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
    /** Where the voucher may be used only so often a day: whose day it is (the car it is bound to, else the member), which day in Shanghai, and which of its uses. */
    limitHolder: text('limit_holder'),
    limitDay: localDate('limit_day'),
    limitNo: smallint('limit_no'),
  },
  (table) => [
    /** Undoing frees the place: what is undone no longer stands in it. */
    uniqueIndex('redemptions_day_limit')
      .on(table.limitHolder, table.serviceId, table.limitDay, table.limitNo)
      .where(sql`limit_no is not null and reversed_at is null`),
    unique('redemptions_request').on(table.clerkId, table.requestId),
    uniqueIndex('redemptions_use_once')
      .on(table.voucherId, table.useNo)
      .where(sql`reversed_at is null`),
    index('redemptions_by_merchant').on(table.merchantId, table.at, table.id),
    /** Undone ones too: what a member reads of a voucher, and what an undoing looks back at. */
    index('redemptions_by_voucher').on(table.voucherId, table.at),
    index('redemptions_by_store').on(table.storeId, table.at),
    check(
      'redemptions_limit',
      sql`(limit_no is null) = (limit_holder is null) and (limit_no is null) = (limit_day is null) and limit_no >= 1`,
    ),
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
    /** Who undid it: somebody at the counter, an operator, or the club itself when a store did not serve. */
    cause: text('cause').notNull().default('counter'),
    clerkId: text('clerk_id').references(() => clerks.id),
    operatorId: text('operator_id').references(() => operators.id),
    reasonSealed: sealed('reason_sealed').notNull(),
    usesLeftAfter: smallint('uses_left_after').notNull(),
    validUntilAfter: instant('valid_until_after').notNull(),
    at: instant('at').notNull().defaultNow(),
    ...request,
  },
  (table) => [
    unique('redemption_reversals_request').on(table.requestScope, table.requestId),
    check('redemption_reversals_cause', sql`cause in ('counter', 'operator', 'refusedByStore')`),
    check(
      'redemption_reversals_by',
      sql`(cause = 'counter') = (clerk_id is not null) and (cause = 'operator') = (operator_id is not null)`,
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
