import { sql } from 'drizzle-orm';
import { check, index, integer, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, sealed } from '../columns';
import { bff } from './schema';

/** A copy of everything held on a person, made on request; it opens only in the session that proved the phone, and goes after a day. */
export const dataExports = bff.table(
  'data_exports',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    sessionId: text('session_id').notNull(),
    contentSealed: sealed('content_sealed').notNull(),
    bytes: integer('bytes').notNull(),
    madeAt: instant('made_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('data_exports_by_account').on(table.accountId, table.madeAt),
    index('data_exports_by_expiry').on(table.expiresAt),
  ],
);

/** A person wants to be forgotten: a week to think again, then it is carried out step by step until all of it is done. */
export const accountDeletions = bff.table(
  'account_deletions',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    requestedAt: instant('requested_at').notNull().defaultNow(),
    dueAt: instant('due_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    doneAt: instant('done_at'),
    attempts: smallint('attempts').notNull().default(0),
    nextTryAt: instant('next_try_at').notNull(),
  },
  (table) => [
    uniqueIndex('account_deletions_one_open')
      .on(table.accountId)
      .where(sql`${table.cancelledAt} is null and ${table.doneAt} is null`),
    index('account_deletions_unfinished')
      .on(table.nextTryAt)
      .where(sql`${table.cancelledAt} is null and ${table.doneAt} is null`),
    check('account_deletions_one_end', sql`${table.cancelledAt} is null or ${table.doneAt} is null`),
  ],
);
