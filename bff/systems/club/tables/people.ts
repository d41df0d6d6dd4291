import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  text,
  unique,
  uniqueIndex,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { blindIndex, hash, instant, sealed } from '../../../database/columns';
import { club, request } from './schema';

/** 省 → 市 → 县. Exactly one branch takes in members nobody brought. */
export const branches = club.table(
  'branches',
  {
    id: text('id').primaryKey(),
    parentId: text('parent_id'),
    name: text('name').notNull(),
    takesNewMembers: boolean('takes_new_members').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    foreignKey({ columns: [table.parentId], foreignColumns: [table.id], name: 'branches_parent_fk' }),
    uniqueIndex('branches_one_default')
      .on(table.takesNewMembers)
      .where(sql`takes_new_members`),
  ],
);

/** A member is a person (or a company). A merged one points to who took over everything it had. */
export const members = club.table(
  'members',
  {
    id: text('id').primaryKey(),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    phoneSealed: sealed('phone_sealed'),
    phoneIndex: blindIndex('phone_index').unique('members_phone_once'),
    identityKind: text('identity_kind'),
    nameSealed: sealed('name_sealed'),
    idNumberSealed: sealed('id_number_sealed'),
    idNumberIndex: blindIndex('id_number_index').unique('members_id_number_once'),
    level: text('level').notNull().default('basic'),
    identityVerifiedAt: instant('identity_verified_at'),
    mergedInto: text('merged_into').references((): AnyPgColumn => members.id),
    theme: text('theme').notNull().default('system'),
    elder: boolean('elder').notNull().default(false),
    /** What brought the person here: a page and a branch, account manager or poster. */
    sourceScene: text('source_scene'),
    sourceRef: text('source_ref'),
    /** Set once the person asked to be forgotten: the row stays for what the law keeps, without anything that names anybody. */
    erasedAt: instant('erased_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('members_by_branch').on(table.branchId, table.createdAt),
    check('members_level', sql`level in ('basic', 'senior')`),
    check('members_theme', sql`theme in ('system', 'light', 'dark')`),
    check('members_identity_kind', sql`identity_kind in ('person', 'organisation')`),
    check('members_phone_both', sql`(phone_sealed is null) = (phone_index is null)`),
    check(
      'members_senior_is_verified',
      sql`(level = 'senior') = (identity_verified_at is not null) and (level = 'basic' or (identity_kind is not null and name_sealed is not null and id_number_sealed is not null and id_number_index is not null))`,
    ),
    check(
      'members_merged_is_empty',
      sql`merged_into is null or (phone_index is null and id_number_index is null and merged_into <> id)`,
    ),
    check(
      'members_erased_is_empty',
      sql`erased_at is null or (phone_index is null and id_number_index is null and name_sealed is null and id_number_sealed is null)`,
    ),
  ],
);

/** A person may have several WeChat accounts; each belongs to one member. */
export const wechatAccounts = club.table(
  'wechat_accounts',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    openidSealed: sealed('openid_sealed').notNull(),
    openidIndex: blindIndex('openid_index').notNull().unique('wechat_accounts_openid_once'),
    unionidSealed: sealed('unionid_sealed'),
    unionidIndex: blindIndex('unionid_index'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('wechat_accounts_by_member').on(table.memberId),
    index('wechat_accounts_by_unionid').on(table.unionidIndex),
  ],
);

/** One row a proven identity that was handed in; the answer stays so that a repeat gets the same one. */
export const identityBindings = club.table(
  'identity_bindings',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    outcome: text('outcome').notNull(),
    answerSealed: sealed('answer_sealed').notNull(),
    at: instant('at').notNull().defaultNow(),
    ...request,
  },
  (table) => [
    unique('identity_bindings_request').on(table.requestScope, table.requestId),
    index('identity_bindings_by_member').on(table.memberId),
    check('identity_bindings_outcome', sql`outcome in ('verified', 'heldByAnother')`),
  ],
);

/** Who was merged into whom, when and why; merging is never undone silently. */
export const memberMerges = club.table(
  'member_merges',
  {
    id: text('id').primaryKey(),
    fromMemberId: text('from_member_id')
      .notNull()
      .unique()
      .references(() => members.id),
    intoMemberId: text('into_member_id')
      .notNull()
      .references(() => members.id),
    cause: text('cause').notNull(),
    at: instant('at').notNull().defaultNow(),
    /** When whoever keeps things by member had heard of it. */
    toldAt: instant('told_at'),
  },
  (table) => [
    index('member_merges_by_target').on(table.intoMemberId),
    index('member_merges_to_tell')
      .on(table.at, table.id)
      .where(sql`told_at is null`),
    check('member_merges_cause', sql`cause in ('phoneBinding', 'identityReview', 'bothNumbers')`),
  ],
);

export const operators = club.table('operators', {
  id: text('id').primaryKey(),
  branchId: text('branch_id')
    .notNull()
    .references(() => branches.id),
  phoneSealed: sealed('phone_sealed').notNull(),
  phoneIndex: blindIndex('phone_index').notNull().unique('operators_phone_once'),
  nameSealed: sealed('name_sealed').notNull(),
  active: boolean('active').notNull().default(true),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** 人工核验: at most one open a member; decided once. */
export const identityReviews = club.table(
  'identity_reviews',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    state: text('state').notNull().default('open'),
    kind: text('kind').notNull(),
    nameSealed: sealed('name_sealed').notNull(),
    idNumberSealed: sealed('id_number_sealed').notNull(),
    idNumberIndex: blindIndex('id_number_index').notNull(),
    cause: text('cause').notNull(),
    submittedAt: instant('submitted_at').notNull().defaultNow(),
    dueAt: instant('due_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by').references(() => operators.id),
    reasonSealed: sealed('reason_sealed'),
    ...request,
    decisionScope: text('decision_scope'),
    decisionRequestId: text('decision_request_id'),
    decisionInputHash: hash('decision_input_hash'),
  },
  (table) => [
    unique('identity_reviews_request').on(table.requestScope, table.requestId),
    unique('identity_reviews_decision').on(table.decisionScope, table.decisionRequestId),
    uniqueIndex('identity_reviews_one_open')
      .on(table.memberId)
      .where(sql`state = 'open'`),
    index('identity_reviews_by_branch').on(table.branchId, table.state, table.submittedAt),
    index('identity_reviews_by_member').on(table.memberId, table.submittedAt),
    check('identity_reviews_state', sql`state in ('open', 'accepted', 'refused')`),
    check('identity_reviews_kind', sql`kind in ('person', 'organisation')`),
    check(
      'identity_reviews_cause',
      sql`cause in ('noMatch', 'sharedPhone', 'heldByAnother', 'providerAway')`,
    ),
    check(
      'identity_reviews_decided',
      // Nobody decided where the person did: both numbers confirmed, which only ever accepts.
      sql`(state = 'open') = (decided_at is null) and (state = 'open') = (decision_request_id is null) and (state <> 'open' or decided_by is null) and (state <> 'refused' or decided_by is not null)`,
    ),
  ],
);

/** Own vehicles. A removed one keeps its row, because vouchers bound to it do. */
export const vehicles = club.table(
  'vehicles',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    plateSealed: sealed('plate_sealed').notNull(),
    plateIndex: blindIndex('plate_index').notNull(),
    plateType: text('plate_type').notNull(),
    vinSealed: sealed('vin_sealed').notNull(),
    engineNoSealed: sealed('engine_no_sealed').notNull(),
    model: text('model'),
    seats: integer('seats'),
    addedAt: instant('added_at').notNull().defaultNow(),
    removedAt: instant('removed_at'),
    ...request,
  },
  (table) => [
    unique('vehicles_request').on(table.requestScope, table.requestId),
    uniqueIndex('vehicles_plate_once_a_member')
      .on(table.memberId, table.plateIndex)
      .where(sql`removed_at is null`),
    check('vehicles_plate_type', sql`plate_type in ('02', '51', '52')`),
  ],
);
