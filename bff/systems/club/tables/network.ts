import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { blindIndex, fen, instant, localDate, sealed } from '../../../database/columns';
import { branches } from './people';
import { club, request } from './schema';

export interface StoredTerms {
  howToUse: string;
  limits: string[];
  exclusions: string[];
  extraCost: string | null;
  /** The limits that are numbers; what was issued before they were written down has none. */
  caps?: { usesPerDay: number | null; kilometres: number | null; seats: number | null };
}

/** The catalogue (服务项目). What a voucher promises is copied from here when it is issued, so a later change touches new vouchers only. */
export const services = club.table(
  'services',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    /** `use`: each use is the service itself. `amount`: each use takes something off a sale (加油优惠). */
    unit: text('unit').notNull(),
    fulfilment: text('fulfilment').notNull(),
    terms: jsonb('terms').$type<StoredTerms>().notNull(),
    /** In words, e.g. 满额 9 折; null where the use costs nothing. */
    discountText: text('discount_text'),
    /** Percent taken off the sale; only for `amount`. */
    discountPercent: smallint('discount_percent'),
    amountCapFen: fen('amount_cap_fen'),
    typedCodeAllowed: boolean('typed_code_allowed').notNull(),
    livePresentationRequired: boolean('live_presentation_required').notNull(),
    vehicleBound: boolean('vehicle_bound').notNull(),
    /** May be given to another member (转赠), once; never where it is bound to a car. */
    transferable: boolean('transferable').notNull().default(false),
    /** A voucher lives so long from the moment it is issued. */
    validityDays: integer('validity_days').notNull(),
    state: text('state').notNull().default('active'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  () => [
    check(
      'services_kind',
      sql`kind in ('carWash', 'fuel', 'inspection', 'designatedDriver', 'roadside', 'airport', 'health', 'vehicleCheck', 'maintenance', 'paperwork', 'partner')`,
    ),
    check('services_unit', sql`unit in ('use', 'amount')`),
    check('services_fulfilment', sql`fulfilment in ('visit', 'booking', 'dispatch')`),
    check('services_state', sql`state in ('active', 'paused', 'ended')`),
    check('services_validity', sql`validity_days between 1 and 3650`),
    check('services_bound_stay', sql`not (vehicle_bound and transferable)`),
    check('services_one_way_of_showing', sql`not (typed_code_allowed and live_presentation_required)`),
    check(
      'services_amount_rule',
      sql`(unit = 'amount') = (discount_percent is not null) and (unit = 'amount') = (amount_cap_fen is not null) and (discount_percent is null or discount_percent between 1 and 100) and (amount_cap_fen is null or amount_cap_fen > 0)`,
    ),
  ],
);

export const merchants = club.table(
  'merchants',
  {
    id: text('id').primaryKey(),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    name: text('name').notNull(),
    state: text('state').notNull().default('active'),
    /** How often it is paid: a statement closes after each week, half month or month. */
    settlementPeriod: text('settlement_period').notNull().default('month'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('merchants_by_branch').on(table.branchId),
    check('merchants_state', sql`state in ('active', 'suspended', 'ended')`),
    check('merchants_settlement_period', sql`settlement_period in ('week', 'halfMonth', 'month')`),
  ],
);

/** Opening hours are minutes of the day in Asia/Shanghai; closing after midnight is beyond 1440, all day is 0–1440. */
export const stores = club.table(
  'stores',
  {
    id: text('id').primaryKey(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    name: text('name').notNull(),
    address: text('address').notNull(),
    phone: text('phone').notNull(),
    openingHours: text('opening_hours').notNull(),
    opensMinute: smallint('opens_minute').notNull(),
    closesMinute: smallint('closes_minute').notNull(),
    /** ISO weekdays, 1 = Monday. */
    openWeekdays: smallint('open_weekdays').array().notNull(),
    /** gcj02, as Chinese maps use it. */
    latitude: doublePrecision('latitude').notNull(),
    longitude: doublePrecision('longitude').notNull(),
    suspendedAt: instant('suspended_at'),
    /** What the operator stopped, only an operator starts again. */
    suspendedBy: text('suspended_by'),
    suspensionReason: text('suspension_reason'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('stores_by_merchant').on(table.merchantId),
    /** Near-by search asks for a box; distance orders what is in it. */
    index('stores_by_position').on(table.latitude, table.longitude),
    check('stores_suspended_by', sql`suspended_by in ('owner', 'operator')`),
    check(
      'stores_hours',
      sql`opens_minute between 0 and 1439 and closes_minute > opens_minute and closes_minute <= 2880`,
    ),
    check('stores_position', sql`latitude between -90 and 90 and longitude between -180 and 180`),
  ],
);

/** A day on which a store keeps other hours than its week says; without hours it is closed. */
export const storeSpecialDays = club.table(
  'store_special_days',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => stores.id),
    day: localDate('day').notNull(),
    opensMinute: smallint('opens_minute'),
    closesMinute: smallint('closes_minute'),
    note: text('note').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.day] }),
    check(
      'store_special_days_hours',
      sql`(opens_minute is null) = (closes_minute is null) and (opens_minute is null or (opens_minute between 0 and 1439 and closes_minute > opens_minute and closes_minute <= 2880))`,
    ),
  ],
);

/** What a merchant may redeem, and what it gets for one use: a fixed price, or the discount it gave. */
export const merchantServices = club.table(
  'merchant_services',
  {
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    settlementRule: text('settlement_rule').notNull(),
    settlementPriceFen: fen('settlement_price_fen'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.merchantId, table.serviceId] }),
    check(
      'merchant_services_rule',
      sql`(settlement_rule = 'price' and settlement_price_fen >= 0) or (settlement_rule = 'discount' and settlement_price_fen is null)`,
    ),
  ],
);

/** Which of its merchant's services a store offers. */
export const storeServices = club.table(
  'store_services',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => stores.id),
    merchantId: text('merchant_id').notNull(),
    serviceId: text('service_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.serviceId] }),
    index('store_services_by_service').on(table.serviceId),
    foreignKey({
      columns: [table.merchantId, table.serviceId],
      foreignColumns: [merchantServices.merchantId, merchantServices.serviceId],
      name: 'store_services_priced_fk',
    }),
  ],
);

/** People at the counter (商户店员), known by their phone. */
export const clerks = club.table(
  'clerks',
  {
    id: text('id').primaryKey(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    role: text('role').notNull(),
    phoneSealed: sealed('phone_sealed').notNull(),
    phoneIndex: blindIndex('phone_index').notNull(),
    nameSealed: sealed('name_sealed').notNull(),
    active: boolean('active').notNull().default(true),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('clerks_by_merchant').on(table.merchantId),
    /** Somebody works for one merchant at a time; who left may start elsewhere. */
    uniqueIndex('clerks_phone_active_once')
      .on(table.phoneIndex)
      .where(sql`active`),
    index('clerks_by_phone').on(table.phoneIndex),
    check('clerks_role', sql`role in ('owner', 'manager', 'clerk')`),
  ],
);

/** Where a clerk works; an owner acts for all stores of the merchant. */
export const clerkStores = club.table(
  'clerk_stores',
  {
    clerkId: text('clerk_id')
      .notNull()
      .references(() => clerks.id),
    storeId: text('store_id')
      .notNull()
      .references(() => stores.id),
  },
  (table) => [
    primaryKey({ columns: [table.clerkId, table.storeId] }),
    index('clerk_stores_by_store').on(table.storeId),
  ],
);

/** Who was invited, changed and removed by whom, appended; also how a repeated request is recognised. */
export const clerkChanges = club.table(
  'clerk_changes',
  {
    id: text('id').primaryKey(),
    clerkId: text('clerk_id')
      .notNull()
      .references(() => clerks.id),
    byClerkId: text('by_clerk_id')
      .notNull()
      .references(() => clerks.id),
    kind: text('kind').notNull(),
    role: text('role').notNull(),
    storeIds: text('store_ids').array().notNull(),
    at: instant('at').notNull().defaultNow(),
    ...request,
  },
  (table) => [
    unique('clerk_changes_request').on(table.requestScope, table.requestId),
    index('clerk_changes_by_clerk').on(table.clerkId, table.at),
    check('clerk_changes_kind', sql`kind in ('invited', 'changed', 'removed')`),
  ],
);
