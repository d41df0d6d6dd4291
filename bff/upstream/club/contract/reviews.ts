/** 人工核验: a person decides what no provider could match. */
import * as z from 'zod/mini';
import { instant, listOf, opaqueId, pageQuery } from '../../../http/contract';
import { shortText } from './text';

export const identityKind = z.enum(['person', 'organisation']);

export const clubReviewRequest = z.strictObject({
  kind: identityKind,
  name: shortText(80),
  idNumber: shortText(32),
  cause: z.enum(['noMatch', 'sharedPhone', 'heldByAnother', 'providerAway']),
});

export const clubReview = z.object({
  id: opaqueId,
  memberId: opaqueId,
  state: z.enum(['open', 'accepted', 'refused']),
  kind: identityKind,
  name: z.string(),
  idNumber: z.string(),
  phone: z.nullable(z.string()),
  cause: z.enum(['noMatch', 'sharedPhone', 'heldByAnother', 'providerAway']),
  submittedAt: instant,
  dueAt: instant,
  decidedAt: z.nullable(instant),
  decidedBy: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  /** The member who held the same ID and was merged into this one by the decision. */
  mergedFrom: z.optional(z.nullable(opaqueId)),
  /** The Idempotency-Key by which both numbers settled it; null where an operator did. */
  mergeRequestId: z.optional(z.nullable(z.string())),
  /** While it is open for `heldByAnother`: the number of whoever holds the ID. Both numbers may settle it without an operator. */
  holderPhone: z.optional(z.nullable(z.string())),
  /** Who that is. */
  holderId: z.optional(z.nullable(opaqueId)),
  /** The Idempotency-Key that opened it; only its own member sees it. */
  requestId: z.optional(z.string()),
});

export const clubReviewQuery = z.strictObject({
  ...pageQuery,
  state: z.optional(z.enum(['open', 'accepted', 'refused'])),
});

export const clubReviewList = listOf(clubReview);

export const latestReview = z.object({ review: z.nullable(clubReview) });

/** Accepting makes the member verified in the same transaction; the BFF then links the core's customers. */
export const reviewDecisionRequest = z.strictObject({
  decision: z.enum(['accepted', 'refused']),
  reason: shortText(200),
});

export type ClubReview = z.infer<typeof clubReview>;
