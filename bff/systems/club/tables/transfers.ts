import { sql } from 'drizzle-orm';
import { check, index, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, instant } from '../../../database/columns';
import { vouchers } from './benefits';
import { members } from './people';
import { club, request } from './schema';

/**
 * A voucher offered to whoever opens the link (转赠). `state` holds what somebody decided; that an offer has lapsed, or that its voucher was used meanwhile,
 * follows from the clock and the voucher. Whoever changes a row here has locked the voucher's row first.
 */
export const transfers = club.table(
  'transfers',
  {
    id: text('id').primaryKey(),
    voucherId: text('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    giverId: text('giver_id')
      .notNull()
      .references(() => members.id),
    receiverId: text('receiver_id').references(() => members.id),
    /** The receiver's voucher. */
    newVoucherId: text('new_voucher_id').references(() => vouchers.id),
    state: text('state').notNull().default('offered'),
    tokenHash: hash('token_hash').notNull().unique('transfers_token_once'),
    offeredAt: instant('offered_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    takenBackAt: instant('taken_back_at'),
    ...request,
    acceptScope: text('accept_scope'),
    acceptRequestId: text('accept_request_id'),
    acceptInputHash: hash('accept_input_hash'),
  },
  (table) => [
    unique('transfers_request').on(table.requestScope, table.requestId),
    unique('transfers_accept_request').on(table.acceptScope, table.acceptRequestId),
    uniqueIndex('transfers_one_offer')
      .on(table.voucherId)
      .where(sql`state = 'offered'`),
    uniqueIndex('transfers_accepted_once')
      .on(table.voucherId)
      .where(sql`state = 'accepted'`),
    index('transfers_by_giver').on(table.giverId, table.offeredAt, table.id),
    index('transfers_by_receiver').on(table.receiverId, table.offeredAt, table.id),
    check('transfers_state', sql`state in ('offered', 'accepted', 'takenBack', 'expired')`),
    check(
      'transfers_accepted',
      sql`(state = 'accepted') = (accepted_at is not null) and (accepted_at is null) = (receiver_id is null) and (accepted_at is null) = (new_voucher_id is null) and (accepted_at is null) = (accept_request_id is null)`,
    ),
    check('transfers_taken_back', sql`(state = 'takenBack') = (taken_back_at is not null)`),
    check('transfers_life', sql`expires_at > offered_at and expires_at <= offered_at + interval '72 hours'`),
  ],
);
