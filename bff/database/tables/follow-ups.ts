import { index, smallint, text } from 'drizzle-orm/pg-core';
import { instant, sealed } from '../columns';
import { bff } from './schema';

/** The outbox: what must still reach another system after a decision stands. A row lives until it was done. */
export const followUps = bff.table(
  'follow_ups',
  {
    id: text('id').primaryKey(),
    kind: text('kind', {
      enum: ['identityLink', 'memberMerge', 'sms', 'wechatMessage', 'pointsAwards'],
    }).notNull(),
    payloadSealed: sealed('payload_sealed').notNull(),
    attempts: smallint('attempts').notNull().default(0),
    dueAt: instant('due_at').notNull().defaultNow(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('follow_ups_by_due').on(table.dueAt)],
);
