import { sql } from 'drizzle-orm';
import { check, index, text } from 'drizzle-orm/pg-core';
import { hash, instant } from '../columns';
import { bff } from './schema';

/** One sign-in on one device. All refresh tokens that follow from it form a family and end together. */
export const sessions = bff.table(
  'sessions',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    audience: text('audience', { enum: ['member', 'operator'] }).notNull(),
    client: text('client', { enum: ['web', 'app'] }).notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    endReason: text('end_reason', {
      enum: ['signedOut', 'reuse', 'merged', 'replaced', 'lostPhone', 'deleted'],
    }),
  },
  (table) => [
    index('sessions_live_by_account')
      .on(table.accountId)
      .where(sql`${table.endedAt} is null`),
    index('sessions_by_end')
      .on(table.endedAt)
      .where(sql`${table.endedAt} is not null`),
    index('sessions_by_expiry').on(table.expiresAt),
    check('sessions_end_has_reason', sql`(${table.endedAt} is null) = (${table.endReason} is null)`),
  ],
);

/** Only hashes are kept. A token that was exchanged keeps its row until the family is gone: that is how reuse shows. */
export const refreshTokens = bff.table(
  'refresh_tokens',
  {
    tokenHash: hash('token_hash').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    predecessorHash: hash('predecessor_hash'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** When it was first exchanged for a successor. */
    exchangedAt: instant('exchanged_at'),
  },
  (table) => [
    index('refresh_tokens_by_session').on(table.sessionId),
    index('refresh_tokens_by_predecessor').on(table.predecessorHash),
  ],
);
