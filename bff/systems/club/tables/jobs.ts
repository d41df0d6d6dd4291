import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core';
import { instant } from '../../../database/columns';
import { clerks, stores } from './network';
import { branches, members, operators } from './people';
import { club } from './schema';

/**
 * What somebody has to be told, written in the statement that makes it true and sent by a job afterwards. Ids only: phone and words are looked up when
 * it is sent, so nothing personal waits here.
 */
export const outbox = club.table(
  'outbox',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    /** The redemption, report or clerk it is about. */
    subjectId: text('subject_id').notNull(),
    at: instant('at').notNull().defaultNow(),
    dueAt: instant('due_at').notNull().defaultNow(),
    attempts: integer('attempts').notNull().default(0),
    doneAt: instant('done_at'),
  },
  (table) => [
    index('outbox_due')
      .on(table.dueAt)
      .where(sql`done_at is null`),
    check('outbox_kind', sql`kind in ('voucherUsed', 'voucherRestored', 'ticketClosed', 'clerkInvited')`),
  ],
);

/** What the operator should look at. `key` makes it one alarm, however often it is found. */
export const alarms = club.table(
  'alarms',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    branchId: text('branch_id').references(() => branches.id),
    storeId: text('store_id').references(() => stores.id),
    clerkId: text('clerk_id').references(() => clerks.id),
    memberId: text('member_id').references(() => members.id),
    redemptionId: text('redemption_id'),
    facts: jsonb('facts').$type<Record<string, string | number>>().notNull(),
    at: instant('at').notNull().defaultNow(),
    seenAt: instant('seen_at'),
    seenBy: text('seen_by').references(() => operators.id),
  },
  (table) => [
    unique('alarms_once').on(table.kind, table.key),
    index('alarms_by_time').on(table.at, table.id),
    check(
      'alarms_kind',
      sql`kind in ('busyClerk', 'busyMember', 'oddHours', 'notMe', 'stuckMessage', 'stuckJob', 'stuckRun', 'brokenPromise')`,
    ),
  ],
);

/** Each nightly look at the promises, and what it found. */
export const checkRuns = club.table(
  'check_runs',
  {
    id: text('id').primaryKey(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at').notNull().defaultNow(),
    breaches: integer('breaches').notNull(),
    /** Codes, promises and the first ids; no personal data. */
    found: jsonb('found').notNull(),
  },
  (table) => [index('check_runs_by_time').on(table.finishedAt)],
);

/** How far a job has come, so that it goes on from there however long it was away. */
export const jobCursors = club.table('job_cursors', {
  name: text('name').primaryKey(),
  through: instant('through').notNull(),
});
