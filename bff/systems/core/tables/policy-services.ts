import { sql } from 'drizzle-orm';
import { boolean, index, primaryKey, text, uniqueIndex, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { hash, instant, sealed } from '../../../database/columns';
import { core } from './parties';
import { policies } from './policies';

/** Policies somebody does not want to see any more. The cover and the link of the identity stay as they are. */
export const hiddenPolicies = core.table(
  'hidden_policies',
  {
    subject: text('subject').notNull(),
    policyId: text('policy_id')
      .notNull()
      .references(() => policies.id),
    hiddenAt: instant('hidden_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.policyId] })],
);

/** 业务办理记录: one row a piece of business. What it says never changes; taking it back is a row of its own that ends `open`. */
export const serviceRecords = core.table(
  'service_records',
  {
    id: text('id').primaryKey(),
    subject: text('subject').notNull(),
    policyId: text('policy_id')
      .notNull()
      .references(() => policies.id),
    kind: text('kind', {
      enum: ['contactChange', 'contactRestored', 'lossReport', 'lossCancelled'],
    }).notNull(),
    /** What was lost. */
    item: text('item', { enum: ['policy', 'mark', 'card'] }),
    requestId: text('request_id').notNull(),
    requestHash: hash('request_hash').notNull(),
    receiptNo: text('receipt_no').notNull().unique(),
    contentSealed: sealed('content_sealed').notNull(),
    /** The record that this one takes back; each only once. */
    undoes: text('undoes')
      .unique()
      .references((): AnyPgColumn => serviceRecords.id),
    /** It holds and can be taken back. */
    open: boolean('open').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('service_records_request').on(table.subject, table.requestId),
    index('service_records_subject').on(table.subject, table.at),
    uniqueIndex('service_records_lost')
      .on(table.policyId, table.item)
      .where(sql`${table.kind} = 'lossReport' and ${table.open}`),
  ],
);
