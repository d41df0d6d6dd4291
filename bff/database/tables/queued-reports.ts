import { sql } from 'drizzle-orm';
import { index, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, instant, sealed } from '../columns';
import { bff } from './schema';

/**
 * Reports that were taken while the core system was away. A row is never deleted by the delivery: it is how the id a
 * person was given leads to the claim that came of it.
 */
export const queuedReports = bff.table(
  'queued_reports',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    /** The person's own request id: core keeps it on the claim, so that one delivered twice is one claim. */
    requestKey: text('request_key').notNull(),
    inputHash: hash('input_hash').notNull(),
    reportSealed: sealed('report_sealed').notNull(),
    state: text('state', { enum: ['queued', 'delivered', 'refused'] })
      .notNull()
      .default('queued'),
    /** The claim that came of it. */
    claimId: text('claim_id'),
    /** Why core did not take it; a person looks into each one. */
    refusalCode: text('refusal_code'),
    attempts: smallint('attempts').notNull().default(0),
    dueAt: instant('due_at').notNull().defaultNow(),
    createdAt: instant('created_at').notNull().defaultNow(),
    deliveredAt: instant('delivered_at'),
  },
  (table) => [
    uniqueIndex('queued_reports_request').on(table.accountId, table.requestKey),
    index('queued_reports_due')
      .on(table.dueAt)
      .where(sql`${table.state} = 'queued'`),
  ],
);
