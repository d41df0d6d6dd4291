import { index, integer, pgSchema, text } from 'drizzle-orm/pg-core';
import { hash, instant, sealed } from '../../database/columns';

export const wechat = pgSchema('wechat');

/** Codes of wx.login. */
export const loginCodes = wechat.table(
  'login_codes',
  {
    codeHash: hash('code_hash').primaryKey(),
    openid: text('openid').notNull(),
    unionid: text('unionid').notNull(),
    /** An error WeChat would answer with for this code, so that every error can be tried out. */
    plannedErrcode: integer('planned_errcode'),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('login_codes_by_openid').on(table.openid, table.usedAt)],
);

/** Codes of the getPhoneNumber button. */
export const phoneCodes = wechat.table('phone_codes', {
  id: text('id').primaryKey(),
  codeHash: hash('code_hash').notNull().unique(),
  phoneSealed: sealed('phone_sealed').notNull(),
  plannedErrcode: integer('planned_errcode'),
  createdAt: instant('created_at').notNull().defaultNow(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

export const accessTokens = wechat.table('access_tokens', {
  tokenHash: hash('token_hash').primaryKey(),
  expiresAt: instant('expires_at').notNull(),
});
