import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { blindIndex, instant, localDate } from '../../../database/columns';
import { members } from './people';
import { club } from './schema';

/** What a member's invitation carries (推荐有礼): one code a member, made when it is first wished for, random, and of no meaning. */
export const invitationCodes = club.table(
  'invitation_codes',
  {
    memberId: text('member_id')
      .primaryKey()
      .references(() => members.id),
    code: text('code').notNull().unique('invitation_codes_once'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  () => [check('invitation_codes_shape', sql`code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'`)],
);

/**
 * Who came by whose code. Both ids stay as they were then; who somebody is now is asked of the merges. Nothing of the person stands here, so that nothing is
 * left of somebody who was forgotten.
 */
export const referrals = club.table(
  'referrals',
  {
    id: text('id').primaryKey(),
    inviterId: text('inviter_id')
      .notNull()
      .references(() => members.id),
    /** The promise: nobody comes twice, and by one code only. */
    invitedId: text('invited_id')
      .notNull()
      .unique('referrals_invited_once')
      .references(() => members.id),
    state: text('state').notNull().default('registered'),
    /** What it brought; only where it was paid. */
    points: integer('points'),
    registeredAt: instant('registered_at').notNull().defaultNow(),
    verifiedAt: instant('verified_at'),
    /** Since when it can be decided. */
    dueSince: instant('due_since'),
    nextTryAt: instant('next_try_at').notNull().defaultNow(),
    settledAt: instant('settled_at'),
  },
  (table) => [
    index('referrals_by_inviter').on(table.inviterId, table.registeredAt, table.id),
    index('referrals_due')
      .on(table.nextTryAt, table.id)
      .where(sql`state = 'due'`),
    check(
      'referrals_state',
      sql`state in ('registered', 'due', 'waiting', 'paid', 'capped', 'own', 'before', 'gone', 'ended')`,
    ),
    check('referrals_two_people', sql`inviter_id <> invited_id`),
    check('referrals_paid', sql`(state = 'paid') = (points is not null) and (points is null or points > 0)`),
    check('referrals_verified', sql`state in ('registered', 'gone') or verified_at is not null`),
    check('referrals_due_since', sql`state <> 'due' or due_since is not null`),
    check('referrals_settled', sql`(state in ('registered', 'due', 'waiting')) = (settled_at is null)`),
  ],
);

/** How many friends a member was thanked for in a year of Asia/Shanghai; the row decides who is the last. */
export const referralYears = club.table(
  'referral_years',
  {
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    year: smallint('year').notNull(),
    paid: integer('paid').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.year], name: 'referral_years_pk' }),
    check('referral_years_paid', sql`paid >= 0`),
  ],
);

/**
 * Phones, IDs and WeChat accounts of members who are no longer there, as nobody can read them: whoever comes back is not new. Names no member; the month is
 * only there so that it can be forgotten in time (个人信息保护法 19: the shortest time that the purpose needs).
 */
export const formerPeople = club.table(
  'former_people',
  {
    personIndex: blindIndex('person_index').primaryKey(),
    sinceMonth: localDate('since_month')
      .notNull()
      .default(sql`date_trunc('month', now() at time zone 'Asia/Shanghai')::date`),
  },
  (table) => [index('former_people_age').on(table.sinceMonth)],
);
