import { sql } from 'drizzle-orm';
import { boolean, index, integer, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { blindIndex, hash, instant, sealed } from '../../../database/columns';
import { branches, core, staff } from './parties';
import { policies } from './policies';

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
    /** By which a report of the hotline is found for its caller. */
    contactPhoneIndex: blindIndex('contact_phone_index'),
    source: text('source', { enum: ['app', 'hotline'] })
      .notNull()
      .default('app'),
    /** Who finds out why, when a promise is broken. */
    supervisorId: text('supervisor_id').references(() => staff.id),
    /** Played by a person from now on; the demonstration's own pace leaves it alone. */
    takenAt: instant('taken_at'),
    status: text('status').notNull(),
    /** When the status last changed; the demonstration's pace counts from here. */
    movedAt: instant('moved_at').notNull(),
    open: boolean('open').notNull().default(true),
    /** Demonstration only: moves on by the clock instead of by people. */
    movesByItself: boolean('moves_by_itself').notNull().default(false),
  },
  (table) => [
    uniqueIndex('claims_request').on(table.subject, table.requestId),
    index('claims_hotline_phone')
      .on(table.contactPhoneIndex)
      .where(sql`${table.source} = 'hotline'`),
    index('claims_subject').on(table.subject, table.reportedAt, table.id),
    index('claims_moving')
      .on(table.movedAt)
      .where(sql`${table.open} and ${table.movesByItself}`),
  ],
);

export const claimId = () =>
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
