import { boolean, index, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from '../columns';
import { bff } from './schema';

/** What a person agreed to or took back, appended and never edited (a trigger refuses it). */
export const consents = bff.table(
  'consents',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    purpose: text('purpose').notNull(),
    documentVersion: text('document_version').notNull(),
    granted: boolean('granted').notNull(),
    at: instant('at').notNull().defaultNow(),
    /** The sentence beside the box or switch, as the person read it. */
    wording: text('wording'),
    /** By which control it was given or taken back, and in which build. */
    how: text('how', { enum: ['box', 'sheet', 'switch', 'undo'] }),
    client: text('client', { enum: ['web', 'app'] }),
    /** Set on the copy that moves to the surviving account when two accounts become one. */
    copiedFromId: text('copied_from_id'),
  },
  (table) => [
    index('consents_by_account').on(table.accountId, table.at, table.id),
    uniqueIndex('consents_copied_once').on(table.accountId, table.copiedFromId),
  ],
);
