import { index, text } from 'drizzle-orm/pg-core';
import { instant, sealed } from '../columns';
import { bff } from './schema';

/** Who saw a person's data, what of it and why: written by whoever served it, before it was served, and never edited (a trigger refuses it). */
export const accessRecords = bff.table(
  'access_records',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    viewerRole: text('viewer_role', { enum: ['clerk', 'merchantOwner', 'operator', 'surveyor'] }).notNull(),
    viewerId: text('viewer_id').notNull(),
    viewerNameSealed: sealed('viewer_name_sealed'),
    /** The shop or the branch. */
    place: text('place'),
    action: text('action').notNull(),
    /** Names of what was shown, masked or in full as the action says; never the values. */
    fields: text('fields').array().notNull(),
    at: instant('at').notNull().defaultNow(),
    copiedFromId: text('copied_from_id'),
  },
  (table) => [index('access_records_by_account').on(table.accountId, table.at, table.id)],
);
