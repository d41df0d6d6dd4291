import { index, pgSchema, text } from 'drizzle-orm/pg-core';
import { blindIndex, hash, instant, sealed } from '../../database/columns';

export const sms = pgSchema('sms');

/** What "arrived" on a phone. Text and code are sealed: even a made-up inbox is nobody else's to read. */
export const messages = sms.table(
  'messages',
  {
    id: text('id').primaryKey(),
    requestKey: text('request_key').notNull().unique(),
    inputHash: hash('input_hash').notNull(),
    template: text('template').notNull(),
    phoneIndex: blindIndex('phone_index').notNull(),
    contentSealed: sealed('content_sealed').notNull(),
    acceptedAt: instant('accepted_at').notNull().defaultNow(),
  },
  (table) => [
    index('messages_by_phone').on(table.phoneIndex, table.id),
    index('messages_by_time').on(table.acceptedAt),
  ],
);
