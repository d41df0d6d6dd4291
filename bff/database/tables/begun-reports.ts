import { index, text } from 'drizzle-orm/pg-core';
import { instant } from '../columns';
import { bff } from './schema';

/** Tries to hand a report with a position to core: one is written before anything is sent, so that a repeat knows of it wherever it arrives. */
export const begunReports = bff.table(
  'begun_reports',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    requestKey: text('request_key').notNull(),
    begunAt: instant('begun_at').notNull().defaultNow(),
  },
  (table) => [
    index('begun_reports_request').on(table.accountId, table.requestKey),
    index('begun_reports_age').on(table.begunAt),
  ],
);
