import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, smallint, text, unique } from 'drizzle-orm/pg-core';
import { fen, instant } from '../../../database/columns';
import { orders } from './benefits';
import { services } from './network';
import { branches, members } from './people';
import { pointsTransactions } from './points';
import { club, request } from './schema';

/** What points can become (积分商城): vouchers of a service. `stock` is what is left of `stocked`, all that was ever put in. */
export const mallItems = club.table(
  'mall_items',
  {
    id: text('id').primaryKey(),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    title: text('title').notNull(),
    description: text('description').notNull(),
    pricePoints: integer('price_points').notNull(),
    stocked: integer('stocked').notNull(),
    stock: integer('stock').notNull(),
    /** How many one member may have in all; null = no limit. */
    limitPerMember: smallint('limit_per_member'),
    usesEach: smallint('uses_each').notNull().default(1),
    /** All uses of one voucher together; only for services by amount. */
    amountTotalFen: fen('amount_total_fen'),
    validityDays: integer('validity_days').notNull(),
    state: text('state').notNull().default('onSale'),
    /** Where it stands in the list. */
    position: integer('position').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('mall_items_by_position').on(table.position, table.id),
    check('mall_items_stock', sql`stock between 0 and stocked`),
    check('mall_items_price', sql`price_points between 1 and 10000000`),
    check('mall_items_limit', sql`limit_per_member is null or limit_per_member >= 1`),
    check('mall_items_uses', sql`uses_each between 1 and 100`),
    check('mall_items_validity', sql`validity_days between 1 and 3650`),
    check('mall_items_state', sql`state in ('onSale', 'paused', 'ended')`),
  ],
);

/** How many pieces of an item a member holds or has used; what was cancelled does not count. */
export const mallAllowances = club.table(
  'mall_allowances',
  {
    itemId: text('item_id')
      .notNull()
      .references(() => mallItems.id),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    taken: integer('taken').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.memberId], name: 'mall_allowances_pk' }),
    check('mall_allowances_taken', sql`taken >= 0`),
  ],
);

/** What an exchange cost; the order holds whose it is, and the request. */
export const mallOrders = club.table(
  'mall_orders',
  {
    orderId: text('order_id')
      .primaryKey()
      .references(() => orders.id),
    itemId: text('item_id')
      .notNull()
      .references(() => mallItems.id),
    quantity: smallint('quantity').notNull(),
    pricePoints: integer('price_points').notNull(),
    pointsTransactionId: text('points_transaction_id')
      .notNull()
      .unique('mall_orders_paid_once')
      .references(() => pointsTransactions.id),
    balanceAfterPoints: integer('balance_after_points').notNull(),
  },
  (table) => [
    index('mall_orders_by_item').on(table.itemId),
    check('mall_orders_quantity', sql`quantity between 1 and 50`),
  ],
);

/** The primary key is the promise: an exchange is cancelled once. */
export const mallCancellations = club.table(
  'mall_cancellations',
  {
    orderId: text('order_id')
      .primaryKey()
      .references(() => mallOrders.orderId),
    pointsTransactionId: text('points_transaction_id')
      .notNull()
      .unique('mall_cancellations_returned_once')
      .references(() => pointsTransactions.id),
    returnedUntil: instant('returned_until').notNull(),
    balanceAfterPoints: integer('balance_after_points').notNull(),
    at: instant('at').notNull().defaultNow(),
    ...request,
  },
  (table) => [unique('mall_cancellations_request').on(table.requestScope, table.requestId)],
);
