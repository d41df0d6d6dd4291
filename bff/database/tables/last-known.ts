import { index, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, sealed } from '../columns';
import { bff } from './schema';

/** The last answers of core, club and the violations source per subject, shown with their age while a system is away. */
export const lastKnown = bff.table(
  'last_known',
  {
    subject: text('subject').notNull(),
    /** Which answer, e.g. `policies` or `claim:<id>`. */
    what: text('what').notNull(),
    answerSealed: sealed('answer_sealed').notNull(),
    /** When the answer was true at its source. */
    asOf: instant('as_of').notNull(),
    savedAt: instant('saved_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.subject, table.what] }),
    index('last_known_by_age').on(table.savedAt),
  ],
);
