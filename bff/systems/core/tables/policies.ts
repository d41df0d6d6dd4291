import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, text } from 'drizzle-orm/pg-core';
import { fen, instant } from '../../../database/columns';
import { branchId, core, customers, staff, vehicles } from './parties';

const customerId = (name: string) =>
  text(name)
    .notNull()
    .references(() => customers.id);

export const policies = core.table(
  'policies',
  {
    id: text('id').primaryKey(),
    branchId: branchId(),
    policyNo: text('policy_no').notNull().unique(),
    product: text('product', { enum: ['compulsory', 'commercial'] }).notNull(),
    productName: text('product_name').notNull(),
    vehicleId: text('vehicle_id')
      .notNull()
      .references(() => vehicles.id),
    /** 投保人, 被保险人, 车主: one person often, three at times. */
    policyholderId: customerId('policyholder_id'),
    insuredId: customerId('insured_id'),
    ownerId: customerId('owner_id'),
    accountManagerId: text('account_manager_id').references(() => staff.id),
    /** Validity is [starts_at, ends_at). */
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    premiumFen: fen('premium_fen').notNull(),
    /** Whole years without a claim before this policy (无赔款优待), and what that does to the premium in percent. */
    noClaimYears: integer('no_claim_years'),
    claimsCounted: integer('claims_counted'),
    premiumFactorPercent: integer('premium_factor_percent'),
    /** 车船税: collected with the compulsory policy for the state; not a premium. */
    vehicleTaxFen: fen('vehicle_tax_fen'),
    vehicleTaxYear: integer('vehicle_tax_year'),
  },
  (table) => [
    index('policies_vehicle').on(table.vehicleId, table.startsAt),
    index('policies_policyholder').on(table.policyholderId),
    index('policies_insured').on(table.insuredId),
    index('policies_account_manager').on(table.accountManagerId),
    check('policies_period', sql`${table.startsAt} < ${table.endsAt}`),
    check('policies_premium', sql`${table.premiumFen} >= 0`),
  ],
);

/** The exact clause text a cover was sold under. A new wording is a new row, so that sold policies keep theirs. */
export const clauses = core.table('clauses', {
  id: text('id').primaryKey(),
  body: text('body').notNull(),
  /** Where in the filed text it stands, e.g. 第二十条. */
  article: text('article'),
  /** What the clause leaves out, each as one sentence of the filed text. */
  exclusions: text('exclusions').array().notNull().default([]),
});

export const coverages = core.table(
  'coverages',
  {
    policyId: text('policy_id')
      .notNull()
      .references(() => policies.id),
    code: text('code').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** Null where a cover has no sum of its own. */
    sumInsuredFen: fen('sum_insured_fen'),
    /** What the sum, or the service, is counted in: seats, days, times. Null where it is a sum for each accident. */
    units: integer('units'),
    /** 绝对免赔率: the part of each loss the insured bears. */
    deductiblePercent: integer('deductible_percent').notNull().default(0),
    clauseId: text('clause_id')
      .notNull()
      .references(() => clauses.id),
  },
  (table) => [
    primaryKey({ columns: [table.policyId, table.code] }),
    check('coverages_deductible', sql`${table.deductiblePercent} between 0 and 100`),
  ],
);

export const payments = core.table(
  'payments',
  {
    id: text('id').primaryKey(),
    policyId: text('policy_id')
      .notNull()
      .references(() => policies.id),
    at: instant('at').notNull(),
    amountFen: fen('amount_fen').notNull(),
    method: text('method').notNull(),
    state: text('state', { enum: ['paid', 'refunded'] }).notNull(),
  },
  (table) => [index('payments_policy').on(table.policyId, table.at)],
);

/** 保单变更记录 (批单). */
export const endorsements = core.table(
  'endorsements',
  {
    id: text('id').primaryKey(),
    policyId: text('policy_id')
      .notNull()
      .references(() => policies.id),
    at: instant('at').notNull(),
    title: text('title').notNull(),
    endorsementNo: text('endorsement_no').unique(),
    /** What stood there before and what stands there now, as one sentence. */
    detail: text('detail'),
    changeFen: fen('change_fen').notNull(),
  },
  (table) => [index('endorsements_policy').on(table.policyId, table.at)],
);
