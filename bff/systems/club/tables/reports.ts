import { sql } from 'drizzle-orm';
import { bigint, check, index, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, instant, sealed } from '../../../database/columns';
import { vouchers } from './benefits';
import { redemptions } from './counter';
import { stores } from './network';
import { branches, members, operators } from './people';
import { club, request } from './schema';

/** 门店没给用 and 不是我用的: what a member said, what was done at once, and the ticket's one answer. */
export const voucherReports = club.table(
  'voucher_reports',
  {
    id: text('id').primaryKey(),
    /** The number people read to each other. */
    ticketSeq: bigint('ticket_seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    voucherId: text('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    redemptionId: text('redemption_id').references(() => redemptions.id),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    storeId: text('store_id').references(() => stores.id),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    kind: text('kind').notNull(),
    remedy: text('remedy').notNull(),
    validUntilAfter: instant('valid_until_after'),
    commentSealed: sealed('comment_sealed'),
    state: text('state').notNull().default('open'),
    at: instant('at').notNull().defaultNow(),
    dueAt: instant('due_at').notNull(),
    answerSealed: sealed('answer_sealed'),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by').references(() => operators.id),
    ...request,
    closingScope: text('closing_scope'),
    closingRequestId: text('closing_request_id'),
    closingInputHash: hash('closing_input_hash'),
  },
  (table) => [
    unique('voucher_reports_ticket').on(table.ticketSeq),
    unique('voucher_reports_request').on(table.requestScope, table.requestId),
    unique('voucher_reports_closing').on(table.closingScope, table.closingRequestId),
    uniqueIndex('voucher_reports_one_open')
      .on(table.voucherId, table.kind, sql`coalesce(redemption_id, '')`)
      .where(sql`state = 'open'`),
    index('voucher_reports_by_voucher').on(table.voucherId, table.at),
    index('voucher_reports_by_member').on(table.memberId, table.at),
    index('voucher_reports_by_state').on(table.branchId, table.state, table.at),
    check('voucher_reports_kind', sql`kind in ('refusedByStore', 'notMe')`),
    check('voucher_reports_remedy', sql`remedy in ('restored', 'extended', 'none')`),
    check('voucher_reports_state', sql`state in ('open', 'closed')`),
    check(
      'voucher_reports_closed',
      sql`(state = 'open') = (closed_at is null) and (state = 'open') = (answer_sealed is null) and (state = 'open') = (closed_by is null)`,
    ),
  ],
);
