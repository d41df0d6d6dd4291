import { sql } from 'drizzle-orm';
import { check, index, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { blindIndex, hash, instant } from '../columns';
import { bff } from './schema';

/** The one-time code (验证码) last sent to a phone; a new one replaces it. */
export const smsCodes = bff.table(
  'sms_codes',
  {
    audience: text('audience', { enum: ['member', 'operator', 'stepUp', 'merge'] }).notNull(),
    phoneIndex: blindIndex('phone_index').notNull(),
    codeHash: hash('code_hash').notNull(),
    triesLeft: smallint('tries_left').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    /** The one request it was used for, where its repeat has to get through again. */
    usedForHash: hash('used_for_hash'),
  },
  (table) => [
    primaryKey({ columns: [table.audience, table.phoneIndex] }),
    index('sms_codes_by_expiry').on(table.expiresAt),
    check('sms_codes_tries', sql`${table.triesLeft} >= 0`),
  ],
);
