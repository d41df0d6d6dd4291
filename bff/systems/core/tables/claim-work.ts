import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { fen, hash, instant, sealed } from '../../../database/columns';
import { claimId } from './claims';
import { core, staff } from './parties';

/** One request that changed a claim: its id is kept for good with what was sent (as HMAC) and what was answered. */
export const claimActions = core.table(
  'claim_actions',
  {
    id: text('id').primaryKey(),
    claimId: claimId(),
    subject: text('subject').notNull(),
    requestId: text('request_id').notNull(),
    requestHash: hash('request_hash').notNull(),
    kind: text('kind').notNull(),
    answerSealed: sealed('answer_sealed'),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('claim_actions_request').on(table.subject, table.requestId),
    index('claim_actions_claim').on(table.claimId),
  ],
);

/** What the surveyor found; the published conditions of the fast lanes are decided by it. */
export const claimSurveys = core.table('claim_surveys', {
  claimId: claimId().primaryKey(),
  faultPercent: integer('fault_percent').notNull(),
  agreed: boolean('agreed').notNull(),
  policeDecided: boolean('police_decided').notNull(),
  outsideProperty: boolean('outside_property').notNull(),
  /** Null where nobody knows. */
  otherHasCompulsory: boolean('other_has_compulsory'),
  estimatedOwnFen: fen('estimated_own_fen').notNull(),
  estimatedOtherFen: fen('estimated_other_fen').notNull(),
  at: instant('at').notNull().defaultNow(),
});

/** Asking for papers again: never without the reason of somebody who may allow it. */
export const claimPaperRequests = core.table(
  'claim_paper_requests',
  {
    id: text('id').primaryKey(),
    claimId: claimId(),
    round: integer('round').notNull(),
    allowedBy: text('allowed_by').references(() => staff.id),
    reasonSealed: sealed('reason_sealed').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('claim_paper_requests_round').on(table.claimId, table.round),
    check('claim_paper_requests_later', sql`${table.round} > 1`),
  ],
);

export const claimPapers = core.table(
  'claim_papers',
  {
    id: text('id').primaryKey(),
    claimId: claimId(),
    kind: text('kind').notNull(),
    position: integer('position').notNull(),
    round: integer('round').notNull().default(1),
    requestId: text('request_id').references(() => claimPaperRequests.id),
    state: text('state', { enum: ['onFile', 'wanted', 'received', 'accepted', 'rejected'] }).notNull(),
    reasonSealed: sealed('reason_sealed'),
    reviewDueAt: instant('review_due_at'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    // One row a kind: what was asked for, or is on file, cannot be asked for again.
    uniqueIndex('claim_papers_kind').on(table.claimId, table.kind),
    check('claim_papers_round', sql`${table.round} = 1 or ${table.requestId} is not null`),
    check(
      'claim_papers_reason',
      sql`${table.state} not in ('accepted', 'rejected') or ${table.reasonSealed} is not null`,
    ),
  ],
);

export const claimPaperPhotos = core.table(
  'claim_paper_photos',
  {
    paperId: text('paper_id')
      .notNull()
      .references(() => claimPapers.id),
    photoId: text('photo_id').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.paperId, table.photoId] })],
);

export const claimAssessments = core.table(
  'claim_assessments',
  {
    id: text('id').primaryKey(),
    claimId: claimId(),
    round: integer('round').notNull(),
    state: text('state', { enum: ['proposed', 'agreed', 'objected'] }).notNull(),
    assessorId: text('assessor_id').references(() => staff.id),
    faultPercent: integer('fault_percent').notNull(),
    /** Lines and shares, because medical ones are among them. */
    contentSealed: sealed('content_sealed').notNull(),
    totalFen: fen('total_fen').notNull(),
    payableFen: fen('payable_fen').notNull(),
    proposedAt: instant('proposed_at').notNull().defaultNow(),
    answeredAt: instant('answered_at'),
    objectionSealed: sealed('objection_sealed'),
  },
  (table) => [
    uniqueIndex('claim_assessments_round').on(table.claimId, table.round),
    uniqueIndex('claim_assessments_current')
      .on(table.claimId)
      .where(sql`${table.state} <> 'objected'`),
  ],
);

export const claimPayouts = core.table(
  'claim_payouts',
  {
    id: text('id').primaryKey(),
    claimId: claimId(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => claimAssessments.id),
    purpose: text('purpose', { enum: ['ownDamage', 'thirdPartyLiability'] }).notNull(),
    amountFen: fen('amount_fen').notNull(),
    state: text('state', { enum: ['accountWanted', 'accountProposed', 'ready', 'paid'] }).notNull(),
    payee: text('payee', { enum: ['insured', 'garage', 'hospital', 'victim'] }),
    accountSealed: sealed('account_sealed'),
    accountCheck: text('account_check', { enum: ['checkDigit', 'lengthOnly'] }),
    /** Of the token that confirms this very account. */
    proposalHash: hash('proposal_hash'),
    proposalExpiresAt: instant('proposal_expires_at'),
    confirmedAt: instant('confirmed_at'),
    paidAt: instant('paid_at'),
    receiptNo: text('receipt_no').unique(),
  },
  (table) => [
    uniqueIndex('claim_payouts_purpose').on(table.assessmentId, table.purpose),
    index('claim_payouts_claim').on(table.claimId),
    check('claim_payouts_amount', sql`${table.amountFen} > 0`),
    check(
      'claim_payouts_paid',
      sql`(${table.state} = 'paid') = (${table.paidAt} is not null and ${table.receiptNo} is not null)`,
    ),
  ],
);

export const claimWithdrawals = core.table(
  'claim_withdrawals',
  {
    id: text('id').primaryKey(),
    claimId: claimId(),
    at: instant('at').notNull().defaultNow(),
    undoUntil: instant('undo_until').notNull(),
    undoneAt: instant('undone_at'),
    statusBefore: text('status_before').notNull(),
    reasonSealed: sealed('reason_sealed').notNull(),
  },
  (table) => [
    uniqueIndex('claim_withdrawals_standing')
      .on(table.claimId)
      .where(sql`${table.undoneAt} is null`),
  ],
);

export const claimRefusals = core.table(
  'claim_refusals',
  {
    id: text('id').primaryKey(),
    claimId: claimId(),
    decidedAt: instant('decided_at').notNull().defaultNow(),
    noticeDueAt: instant('notice_due_at').notNull(),
    noticeAt: instant('notice_at'),
    /** Set when the case was reopened. */
    endedAt: instant('ended_at'),
    reasonsSealed: sealed('reasons_sealed').notNull(),
  },
  (table) => [
    uniqueIndex('claim_refusals_standing')
      .on(table.claimId)
      .where(sql`${table.endedAt} is null`),
  ],
);

export const claimReopenings = core.table(
  'claim_reopenings',
  {
    id: text('id').primaryKey(),
    claimId: claimId(),
    at: instant('at').notNull().defaultNow(),
    reasonSealed: sealed('reason_sealed').notNull(),
  },
  (table) => [index('claim_reopenings_claim').on(table.claimId)],
);

export const claimRatings = core.table(
  'claim_ratings',
  {
    claimId: claimId().primaryKey(),
    score: integer('score').notNull(),
    commentSealed: sealed('comment_sealed'),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [check('claim_ratings_score', sql`${table.score} between 1 and 5`)],
);

/** Messages to people, until somebody who can send them has taken them. */
export const claimNotices = core.table(
  'claim_notices',
  {
    id: text('id').primaryKey(),
    claimId: claimId(),
    kind: text('kind', { enum: ['received', 'progress'] }).notNull(),
    news: text('news').notNull(),
    /** What happened, as `claim_events` writes it: `kind` or `kind:detail`. Empty in notices from before this was kept. */
    event: text('event').notNull().default(''),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('claim_notices_created').on(table.createdAt, table.id)],
);
