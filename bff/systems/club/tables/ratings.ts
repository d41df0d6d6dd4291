import { sql } from 'drizzle-orm';
import { boolean, check, index, smallint, text, unique } from 'drizzle-orm/pg-core';
import { instant, sealed } from '../../../database/columns';
import { vouchers } from './benefits';
import { redemptions } from './counter';
import { members } from './people';
import { club, request } from './schema';

/** What a member said after a use (服务评价): two questions and a few words, once a use. */
export const redemptionRatings = club.table(
  'redemption_ratings',
  {
    id: text('id').primaryKey(),
    redemptionId: text('redemption_id')
      .notNull()
      .unique('redemption_ratings_once')
      .references(() => redemptions.id),
    voucherId: text('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    score: smallint('score').notNull(),
    asPromised: boolean('as_promised').notNull(),
    commentSealed: sealed('comment_sealed'),
    at: instant('at').notNull().defaultNow(),
    ...request,
  },
  (table) => [
    unique('redemption_ratings_request').on(table.requestScope, table.requestId),
    index('redemption_ratings_by_voucher').on(table.voucherId),
    check('redemption_ratings_score', sql`score between 1 and 5`),
  ],
);
