import { sql } from 'drizzle-orm';
import { check, date, integer, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { instant } from '../../../database/columns';
import { members } from './people';
import { club } from './schema';

/** What earns points (积分规则), version by version: an entry points to the words that were true when it was earned. */
export const pointsRules = club.table(
  'points_rules',
  {
    code: text('code').notNull(),
    version: smallint('version').notNull(),
    title: text('title').notNull(),
    explanation: text('explanation').notNull(),
    limitText: text('limit_text').notNull(),
    points: integer('points').notNull(),
    /** Null: until the end of the next calendar year. */
    validityDays: integer('validity_days'),
    /** Null: as often as it happens. */
    mostAYear: integer('most_a_year'),
    effectiveFrom: instant('effective_from').notNull(),
    effectiveUntil: instant('effective_until'),
  },
  (table) => [
    primaryKey({ columns: [table.code, table.version], name: 'points_rules_pk' }),
    check(
      'points_rules_code',
      sql`code in ('policyStart', 'noClaimYear', 'signIn', 'signInWeek', 'survey', 'referral', 'identity')`,
    ),
    check('points_rules_points', sql`points between 1 and 1000000 and version >= 1`),
    check('points_rules_validity', sql`validity_days is null or validity_days between 1 and 3650`),
    check('points_rules_most_a_year', sql`most_a_year is null or most_a_year >= 1`),
    check('points_rules_life', sql`effective_until is null or effective_until > effective_from`),
  ],
);

/** 每日签到. The primary key is the promise: once a day of Asia/Shanghai. */
export const signIns = club.table(
  'sign_ins',
  {
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    day: date('day', { mode: 'string' }).notNull(),
    /** How many days in a row, this one included. */
    streak: integer('streak').notNull(),
    points: integer('points').notNull(),
    bonusPoints: integer('bonus_points').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.day], name: 'sign_ins_pk' }),
    check('sign_ins_streak', sql`streak >= 1 and points >= 0 and bonus_points >= 0`),
  ],
);
