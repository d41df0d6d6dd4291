import { sql } from 'drizzle-orm';
import { index, text } from 'drizzle-orm/pg-core';
import { blindIndex, instant, sealed } from '../columns';
import { bff } from './schema';

/**
 * What a member allowed in WeChat (订阅消息): each row is worth one message. `message_key` says which message has used it, and
 * stands there before WeChat is asked.
 */
export const messageAcceptances = bff.table(
  'message_acceptances',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    kind: text('kind', { enum: ['claimProgress', 'reviewDecided'] }).notNull(),
    openidSealed: sealed('openid_sealed').notNull(),
    openidIndex: blindIndex('openid_index').notNull(),
    acceptedAt: instant('accepted_at').notNull().defaultNow(),
    messageKey: text('message_key').unique(),
    takenAt: instant('taken_at'),
    outcome: text('outcome', { enum: ['sent', 'refused', 'unusable'] }),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('message_acceptances_free')
      .on(table.accountId, table.kind, table.acceptedAt)
      .where(sql`${table.messageKey} is null and ${table.outcome} is null`),
    index('message_acceptances_openid').on(table.openidIndex, table.kind),
    index('message_acceptances_ended').on(table.endedAt),
  ],
);
