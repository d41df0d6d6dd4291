import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  smallint,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { hash, instant } from '../../../database/columns';
import { members } from './people';
import { pointsRules } from './points-rules';
import { club } from './schema';

/** Points (积分) as double entry: a member's account on one side, the house's on the other. Balances are kept beside the entries and checked against them. */
export const pointsAccounts = club.table(
  'points_accounts',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    memberId: text('member_id')
      .unique('points_accounts_one_a_member')
      .references(() => members.id),
    balancePoints: bigint('balance_points', { mode: 'number' }).notNull().default(0),
  },
  () => [
    check('points_accounts_kind', sql`kind in ('member', 'issued', 'spent', 'expired')`),
    check('points_accounts_owner', sql`(kind = 'member') = (member_id is not null)`),
    check('points_accounts_never_negative', sql`kind <> 'member' or balance_points >= 0`),
    uniqueIndex('points_accounts_one_a_kind')
      .on(sql`kind`)
      .where(sql`kind <> 'member'`),
  ],
);

export const pointsTransactions = club.table(
  'points_transactions',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    /** What the member reads. */
    reason: text('reason').notNull(),
    requestScope: text('request_scope').notNull(),
    requestId: text('request_id').notNull(),
    inputHash: hash('input_hash').notNull(),
    at: instant('at').notNull().defaultNow(),
    /** The rule and its version that it was earned by. */
    ruleCode: text('rule_code'),
    ruleVersion: smallint('rule_version'),
  },
  (table) => [
    foreignKey({
      columns: [table.ruleCode, table.ruleVersion],
      foreignColumns: [pointsRules.code, pointsRules.version],
      name: 'points_transactions_rule_fk',
    }),
    unique('points_transactions_request').on(table.requestScope, table.requestId),
    check('points_transactions_kind', sql`kind in ('earn', 'spend', 'expire', 'giveBack', 'move')`),
  ],
);

/** Signed: above zero the account gains. The entries of one transaction add up to zero (checked when it commits). */
export const pointsEntries = club.table(
  'points_entries',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    transactionId: text('transaction_id')
      .notNull()
      .references(() => pointsTransactions.id),
    accountId: text('account_id')
      .notNull()
      .references(() => pointsAccounts.id),
    points: integer('points').notNull(),
    balanceAfterPoints: bigint('balance_after_points', { mode: 'number' }).notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [
    unique('points_entries_once').on(table.transactionId, table.accountId),
    index('points_entries_by_account').on(table.accountId, table.seq),
    check('points_entries_not_zero', sql`points <> 0`),
  ],
);

/** Points that came in together run out together. Spending takes from the oldest unexpired lots. */
export const pointsLots = club.table(
  'points_lots',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => pointsAccounts.id),
    transactionId: text('transaction_id')
      .notNull()
      .references(() => pointsTransactions.id),
    points: integer('points').notNull(),
    leftPoints: integer('left_points').notNull(),
    earnedAt: instant('earned_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('points_lots_open')
      .on(table.accountId, table.expiresAt)
      .where(sql`left_points > 0`),
    check('points_lots_left', sql`points > 0 and left_points between 0 and points`),
    check('points_lots_life', sql`expires_at > earned_at`),
  ],
);

/** Which lots a spending or expiry took from. */
export const pointsAllocations = club.table(
  'points_allocations',
  {
    lotId: text('lot_id')
      .notNull()
      .references(() => pointsLots.id),
    transactionId: text('transaction_id')
      .notNull()
      .references(() => pointsTransactions.id),
    points: integer('points').notNull(),
  },
  (table) => [
    unique('points_allocations_once').on(table.lotId, table.transactionId),
    index('points_allocations_by_transaction').on(table.transactionId),
    check('points_allocations_positive', sql`points > 0`),
  ],
);
