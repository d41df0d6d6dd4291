import { index, integer, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core';
import { blindIndex, hash, instant, sealed } from '../../database/columns';

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

/** Messages a person has agreed to and not yet got (订阅消息): each acceptance is worth one. */
export const acceptances = wechat.table(
  'acceptances',
  {
    openid: text('openid').notNull(),
    templateId: text('template_id').notNull(),
    left: integer('left_count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.openid, table.templateId] })],
);

/** Which number's phone an account of WeChat is on, for the demonstration's inbox. */
export const devices = wechat.table(
  'devices',
  {
    openid: text('openid').primaryKey(),
    phoneIndex: blindIndex('phone_index').notNull(),
  },
  (table) => [index('devices_by_phone').on(table.phoneIndex)],
);

export const messages = wechat.table(
  'messages',
  {
    id: text('id').primaryKey(),
    openid: text('openid').notNull(),
    contentSealed: sealed('content_sealed').notNull(),
    sentAt: instant('sent_at').notNull().defaultNow(),
  },
  (table) => [index('messages_by_openid').on(table.openid, table.sentAt)],
);
