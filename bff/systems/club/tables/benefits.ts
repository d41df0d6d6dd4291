import { sql } from 'drizzle-orm';
import {
  check,
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
import { blindIndex, fen, hash, instant, sealed } from '../../../database/columns';
import { branches, members, vehicles } from './people';
import { services, type StoredTerms } from './network';
import { club, request } from './schema';

const basisList = sql.raw(`('policyRider', 'courtesy', 'points')`);

/** What a gift (礼包) holds. Its contents never change once it was granted to anybody; a change is a new package. */
export const giftPackages = club.table(
  'gift_packages',
  {
    id: text('id').primaryKey(),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    title: text('title').notNull(),
    /** Who gives it, in words. */
    giver: text('giver').notNull(),
    basis: text('basis').notNull(),
    /** How long the vouchers live once claimed, in words. */
    validityText: text('validity_text').notNull(),
    /** How many may be granted in all; null = no limit. */
    stock: integer('stock'),
    issued: integer('issued').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  () => [
    check('gift_packages_basis', sql`basis in ${basisList}`),
    check('gift_packages_stock', sql`issued >= 0 and (stock is null or issued <= stock)`),
  ],
);

export const giftContents = club.table(
  'gift_contents',
  {
    packageId: text('package_id')
      .notNull()
      .references(() => giftPackages.id),
    position: smallint('position').notNull(),
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    /** Vouchers of this kind. */
    quantity: smallint('quantity').notNull(),
    usesEach: smallint('uses_each').notNull().default(1),
    /** All uses of one voucher together; only for services by amount. */
    amountTotalFen: fen('amount_total_fen'),
    validityDays: integer('validity_days').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.packageId, table.position] }),
    check('gift_contents_quantity', sql`quantity between 1 and 50 and uses_each between 1 and 100`),
    check('gift_contents_validity', sql`validity_days between 1 and 3650`),
  ],
);

/** One package given to one member. Offered until claimed, revoked, or past its last day (which no job has to write down). */
export const gifts = club.table(
  'gifts',
  {
    id: text('id').primaryKey(),
    packageId: text('package_id')
      .notNull()
      .references(() => giftPackages.id),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    /** Unique with the package and the member: a batch that is sent twice gives once. */
    grantKey: text('grant_key').notNull(),
    state: text('state').notNull().default('offered'),
    /** The car its vehicle-bound contents will be for. */
    vehicleId: text('vehicle_id').references(() => vehicles.id),
    plateSealed: sealed('plate_sealed'),
    offeredAt: instant('offered_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    claimedAt: instant('claimed_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    unique('gifts_granted_once').on(table.packageId, table.grantKey),
    index('gifts_by_member').on(table.memberId, table.offeredAt, table.id),
    check('gifts_state', sql`state in ('offered', 'claimed', 'revoked')`),
    check('gifts_claimed', sql`(state = 'claimed') = (claimed_at is not null)`),
    check('gifts_revoked', sql`(state = 'revoked') = (revoked_at is not null)`),
    check('gifts_life', sql`expires_at > offered_at`),
  ],
);

/** 我的订单: how vouchers came to a member. A claimed gift is one, an exchange of points another. */
export const orders = club.table(
  'orders',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    at: instant('at').notNull().defaultNow(),
    ...request,
  },
  (table) => [
    unique('orders_request').on(table.requestScope, table.requestId),
    index('orders_by_member').on(table.memberId, table.at, table.id),
    check('orders_kind', sql`kind in ('gift', 'exchange')`),
  ],
);

/** The primary key is the promise: a gift is claimed once. */
export const giftClaims = club.table('gift_claims', {
  giftId: text('gift_id')
    .primaryKey()
    .references(() => gifts.id),
  orderId: text('order_id')
    .notNull()
    .unique()
    .references(() => orders.id),
  at: instant('at').notNull().defaultNow(),
});

/**
 * A service voucher (服务券). `state` holds only what somebody decided; redeemed and expired follow from uses, amount and the clock
 * (see `club.voucher_state`). Uses are numbered: `open_use_nos` are the numbers not used yet, so a use that was undone gets its own number back.
 */
export const vouchers = club.table(
  'vouchers',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    orderId: text('order_id').references(() => orders.id),
    /** The voucher it was made from, when somebody gave it away (转赠). */
    originVoucherId: text('origin_voucher_id'),
    title: text('title').notNull(),
    basis: text('basis').notNull(),
    fulfilment: text('fulfilment').notNull(),
    terms: jsonb('terms').$type<StoredTerms>().notNull(),
    state: text('state').notNull().default('active'),
    codeSealed: sealed('code_sealed').notNull(),
    codeIndex: blindIndex('code_index').notNull().unique('vouchers_code_once'),
    usesTotal: smallint('uses_total').notNull(),
    usesLeft: smallint('uses_left').notNull(),
    openUseNos: smallint('open_use_nos').array().notNull(),
    lastUseNo: smallint('last_use_no'),
    lastRedeemedAt: instant('last_redeemed_at'),
    discountText: text('discount_text'),
    discountPercent: smallint('discount_percent'),
    amountCapFen: fen('amount_cap_fen'),
    amountTotalFen: fen('amount_total_fen'),
    amountLeftFen: fen('amount_left_fen'),
    lastDiscountFen: fen('last_discount_fen'),
    vehicleId: text('vehicle_id').references(() => vehicles.id),
    plateSealed: sealed('plate_sealed'),
    validFrom: instant('valid_from').notNull(),
    validUntil: instant('valid_until').notNull(),
    version: integer('version').notNull().default(1),
    presentationSeq: integer('presentation_seq').notNull().default(0),
    issuedAt: instant('issued_at').notNull().defaultNow(),
  },
  (table) => [
    foreignKey({ columns: [table.originVoucherId], foreignColumns: [table.id], name: 'vouchers_origin_fk' }),
    index('vouchers_by_member').on(table.memberId, table.issuedAt, table.id),
    index('vouchers_by_order').on(table.orderId),
    /** What was given away became one voucher, never two. */
    uniqueIndex('vouchers_one_successor')
      .on(table.originVoucherId)
      .where(sql`origin_voucher_id is not null`),
    index('vouchers_by_expiry').on(table.validUntil),
    check('vouchers_state', sql`state in ('active', 'reserved', 'revoked', 'transferred')`),
    check('vouchers_basis', sql`basis in ${basisList}`),
    check('vouchers_fulfilment', sql`fulfilment in ('visit', 'booking', 'dispatch')`),
    check('vouchers_uses', sql`uses_total between 1 and 100 and uses_left between 0 and uses_total`),
    check('vouchers_use_numbers', sql`cardinality(open_use_nos) = uses_left`),
    check('vouchers_life', sql`valid_until > valid_from`),
    check(
      'vouchers_amount',
      sql`(amount_total_fen is null) = (amount_left_fen is null) and (amount_total_fen is null) = (discount_percent is null) and (amount_total_fen is null) = (amount_cap_fen is null) and (amount_left_fen is null or amount_left_fen between 0 and amount_total_fen) and (discount_percent is null or discount_percent between 1 and 100)`,
    ),
    check(
      'vouchers_amount_by_use',
      sql`last_discount_fen is null or (last_discount_fen > 0 and last_discount_fen <= amount_cap_fen)`,
    ),
  ],
);

/** What happened to a voucher, appended. Also what the member is told from. */
export const voucherEvents = club.table(
  'voucher_events',
  {
    id: text('id').primaryKey(),
    voucherId: text('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    kind: text('kind').notNull(),
    version: integer('version').notNull(),
    usesLeft: smallint('uses_left').notNull(),
    amountLeftFen: fen('amount_left_fen'),
    /** The redemption, order or other row that caused it. */
    causeId: text('cause_id'),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [
    unique('voucher_events_version').on(table.voucherId, table.version),
    check(
      'voucher_events_kind',
      sql`kind in ('issued', 'redeemed', 'reversed', 'extended', 'reserved', 'released', 'revoked', 'transferred', 'moved', 'expired')`,
    ),
  ],
);

/** What a screen shows for 60 s. Valid: one of the voucher's two latest, not lapsed, not used. */
export const presentations = club.table(
  'presentations',
  {
    id: text('id').primaryKey(),
    voucherId: text('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    seq: integer('seq').notNull(),
    shortCodeHash: hash('short_code_hash').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    unique('presentations_seq').on(table.voucherId, table.seq),
    uniqueIndex('presentations_short_code_once').on(table.shortCodeHash),
    index('presentations_by_expiry').on(table.expiresAt),
  ],
);
