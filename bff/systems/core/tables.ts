import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { blindIndex, fen, hash, instant, localDate, sealed } from '../../database/columns';

export const core = pgSchema('core');

/** 省 → 市 → 县. Everything that belongs to a branch says so from the first row on. */
export const branches = core.table('branches', {
  id: text('id').primaryKey(),
  parentId: text('parent_id').references((): AnyPgColumn => branches.id),
  name: text('name').notNull(),
});

const branchId = () =>
  text('branch_id')
    .notNull()
    .references(() => branches.id);

/** The insurer's own people: account managers (客户经理) and whoever owns a step of a claim. */
export const staff = core.table(
  'staff',
  {
    id: text('id').primaryKey(),
    branchId: branchId(),
    role: text('role').notNull(),
    nameSealed: sealed('name_sealed').notNull(),
    phoneSealed: sealed('phone_sealed').notNull(),
  },
  (table) => [index('staff_branch_role').on(table.branchId, table.role)],
);

export const customers = core.table(
  'customers',
  {
    id: text('id').primaryKey(),
    branchId: branchId(),
    kind: text('kind', { enum: ['person', 'organisation'] }).notNull(),
    nameSealed: sealed('name_sealed').notNull(),
    nameIndex: blindIndex('name_index').notNull(),
    /** 01 resident ID, 73 business licence; see DOMAIN. */
    idType: text('id_type').notNull(),
    idNumberSealed: sealed('id_number_sealed').notNull(),
    idNumberIndex: blindIndex('id_number_index').notNull(),
    phoneSealed: sealed('phone_sealed'),
    phoneIndex: blindIndex('phone_index'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('customers_identity').on(table.idNumberIndex, table.nameIndex),
    index('customers_phone').on(table.phoneIndex),
  ],
);

export const vehicles = core.table(
  'vehicles',
  {
    id: text('id').primaryKey(),
    branchId: branchId(),
    plateSealed: sealed('plate_sealed').notNull(),
    plateIndex: blindIndex('plate_index').notNull(),
    plateType: text('plate_type').notNull(),
    vinSealed: sealed('vin_sealed').notNull(),
    vinIndex: blindIndex('vin_index').notNull().unique(),
    engineNoSealed: sealed('engine_no_sealed').notNull(),
    model: text('model').notNull(),
    newEnergy: boolean('new_energy').notNull(),
    seats: integer('seats').notNull(),
    registeredOn: localDate('registered_on').notNull(),
  },
  (table) => [index('vehicles_plate').on(table.plateIndex)],
);

const customerId = (name: string) =>
  text(name)
    .notNull()
    .references(() => customers.id);

export const policies = core.table(
  'policies',
  {
    id: text('id').primaryKey(),
    branchId: branchId(),
    policyNo: text('policy_no').notNull().unique(),
    product: text('product', { enum: ['compulsory', 'commercial'] }).notNull(),
    productName: text('product_name').notNull(),
    vehicleId: text('vehicle_id')
      .notNull()
      .references(() => vehicles.id),
    /** 投保人, 被保险人, 车主: one person often, three at times. */
    policyholderId: customerId('policyholder_id'),
    insuredId: customerId('insured_id'),
    ownerId: customerId('owner_id'),
    accountManagerId: text('account_manager_id').references(() => staff.id),
    /** Validity is [starts_at, ends_at). */
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    premiumFen: fen('premium_fen').notNull(),
  },
  (table) => [
    index('policies_vehicle').on(table.vehicleId, table.startsAt),
    index('policies_policyholder').on(table.policyholderId),
    index('policies_insured').on(table.insuredId),
    index('policies_account_manager').on(table.accountManagerId),
    check('policies_period', sql`${table.startsAt} < ${table.endsAt}`),
    check('policies_premium', sql`${table.premiumFen} >= 0`),
  ],
);

/** The exact clause text a cover was sold under. A new wording is a new row, so that sold policies keep theirs. */
export const clauses = core.table('clauses', {
  id: text('id').primaryKey(),
  body: text('body').notNull(),
});

export const coverages = core.table(
  'coverages',
  {
    policyId: text('policy_id')
      .notNull()
      .references(() => policies.id),
    code: text('code').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** Null where a cover has no sum of its own. */
    sumInsuredFen: fen('sum_insured_fen'),
    /** 绝对免赔率: the part of each loss the insured bears. */
    deductiblePercent: integer('deductible_percent').notNull().default(0),
    clauseId: text('clause_id')
      .notNull()
      .references(() => clauses.id),
  },
  (table) => [
    primaryKey({ columns: [table.policyId, table.code] }),
    check('coverages_deductible', sql`${table.deductiblePercent} between 0 and 100`),
  ],
);

export const payments = core.table(
  'payments',
  {
    id: text('id').primaryKey(),
    policyId: text('policy_id')
      .notNull()
      .references(() => policies.id),
    at: instant('at').notNull(),
    amountFen: fen('amount_fen').notNull(),
    method: text('method').notNull(),
    state: text('state', { enum: ['paid', 'refunded'] }).notNull(),
  },
  (table) => [index('payments_policy').on(table.policyId, table.at)],
);

/** 保单变更记录 (批单). */
export const endorsements = core.table(
  'endorsements',
  {
    id: text('id').primaryKey(),
    policyId: text('policy_id')
      .notNull()
      .references(() => policies.id),
    at: instant('at').notNull(),
    title: text('title').notNull(),
    changeFen: fen('change_fen').notNull(),
  },
  (table) => [index('endorsements_policy').on(table.policyId, table.at)],
);

/** Which verified subject (a member elsewhere) is which customer here. Never made from a phone number. */
export const identityLinks = core.table(
  'identity_links',
  {
    subject: text('subject').notNull(),
    customerId: customerId('customer_id'),
    linkedAt: instant('linked_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.subject, table.customerId] }),
    index('identity_links_customer').on(table.customerId),
  ],
);

export const claims = core.table(
  'claims',
  {
    id: text('id').primaryKey(),
    reportNo: text('report_no').notNull().unique(),
    branchId: text('branch_id').references(() => branches.id),
    /** Who reported. */
    subject: text('subject').notNull(),
    /** The reporter's Idempotency-Key, kept for good together with the HMAC of what was sent and the answer it got. */
    requestId: text('request_id').notNull(),
    requestHash: hash('request_hash').notNull(),
    receiptSealed: sealed('receipt_sealed').notNull(),
    plateSealed: sealed('plate_sealed').notNull(),
    scenario: text('scenario').notNull(),
    injured: boolean('injured').notNull(),
    casualtiesSealed: sealed('casualties_sealed').notNull(),
    occurredAt: instant('occurred_at').notNull(),
    reportedAt: instant('reported_at').notNull(),
    addressSealed: sealed('address_sealed').notNull(),
    /** Longitude and latitude, where the reporter gave them. */
    positionSealed: sealed('position_sealed'),
    driverNameSealed: sealed('driver_name_sealed').notNull(),
    contactPhoneSealed: sealed('contact_phone_sealed').notNull(),
    descriptionSealed: sealed('description_sealed'),
    otherPartiesSealed: sealed('other_parties_sealed').notNull(),
    status: text('status').notNull(),
    /** When the status last changed; the demonstration's pace counts from here. */
    movedAt: instant('moved_at').notNull(),
    open: boolean('open').notNull().default(true),
    /** Demonstration only: moves on by the clock instead of by people. */
    movesByItself: boolean('moves_by_itself').notNull().default(false),
  },
  (table) => [
    uniqueIndex('claims_request').on(table.subject, table.requestId),
    index('claims_subject').on(table.subject, table.reportedAt, table.id),
    index('claims_moving')
      .on(table.movedAt)
      .where(sql`${table.open} and ${table.movesByItself}`),
  ],
);

const claimId = () =>
  text('claim_id')
    .notNull()
    .references(() => claims.id);

/** One report number, up to two policies: those in force when it happened. */
export const claimPolicies = core.table(
  'claim_policies',
  {
    claimId: claimId(),
    policyId: text('policy_id')
      .notNull()
      .references(() => policies.id),
  },
  (table) => [
    primaryKey({ columns: [table.claimId, table.policyId] }),
    index('claim_policies_policy').on(table.policyId),
  ],
);

export const claimSteps = core.table(
  'claim_steps',
  {
    claimId: claimId(),
    position: integer('position').notNull(),
    code: text('code').notNull(),
    /** Null where a branch has nobody in the role: then the hotline owns the step. */
    ownerId: text('owner_id').references(() => staff.id),
    dueAt: instant('due_at'),
    doneAt: instant('done_at'),
  },
  (table) => [
    primaryKey({ columns: [table.claimId, table.position] }),
    uniqueIndex('claim_steps_code').on(table.claimId, table.code),
    index('claim_steps_owner').on(table.ownerId),
  ],
);

export const claimPhotos = core.table(
  'claim_photos',
  {
    claimId: claimId(),
    photoId: text('photo_id').notNull(),
    shot: text('shot').notNull(),
    contentHash: hash('content_hash').notNull(),
    at: instant('at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.photoId] })],
);

/** What happened to a claim and who did it. Append-only: a trigger refuses every change. */
export const claimEvents = core.table(
  'claim_events',
  {
    id: text('id').primaryKey(),
    claimId: claimId(),
    at: instant('at').notNull().defaultNow(),
    kind: text('kind').notNull(),
    /** The status reached or the photo concerned. */
    detail: text('detail').notNull(),
    actorRole: text('actor_role').notNull(),
    actorSubject: text('actor_subject').notNull(),
  },
  (table) => [index('claim_events_claim').on(table.claimId, table.at)],
);
