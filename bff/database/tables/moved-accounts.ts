import { text } from 'drizzle-orm/pg-core';
import { instant } from '../columns';
import { bff } from './schema';

/** Former accounts of which nothing is left under their own id, neither here nor at core; opaque ids alone. */
export const movedAccounts = bff.table('moved_accounts', {
  formerId: text('former_id').primaryKey(),
  at: instant('at').notNull().defaultNow(),
});
