import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { defineRoute, type AnyRoute } from '../../../http/route';
import {
  clubReview,
  clubReviewList,
  clubReviewQuery,
  clubReviewRequest,
  latestReview as latestReviewAnswer,
  reviewDecisionRequest,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { answered } from '../requests';
import { decideReview } from './decide-review';
import { openReview } from './open-review';
import { latestReview, listReviews, readReview } from './read-reviews';

const byId = z.strictObject({ id: opaqueId });

const ownRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'post',
    path: '/identity-reviews',
    summary: 'Open a 人工核验 for the calling member',
    tag: 'identity reviews',
    access: club.access('member'),
    idempotency: { kind: 'forwarded' },
    body: clubReviewRequest,
    answers: { 201: clubReview },
    problems: {
      REVIEW_ALREADY_OPEN: 'one is waiting for its answer',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for something else',
    },
    handle: async ({ caller, body, idempotencyKey }) =>
      answered(201, await openReview(club, { memberId: caller.subject, key: idempotencyKey, claimed: body })),
  }),
  defineRoute({
    method: 'get',
    path: '/identity-reviews/latest',
    summary: 'The calling member’s latest review',
    tag: 'identity reviews',
    access: club.access('member'),
    answers: { 200: latestReviewAnswer },
    handle: async ({ caller }) => ({
      status: 200,
      body: { review: await latestReview(club, caller.subject) },
    }),
  }),
];

export const reviewRoutes = (club: Club): AnyRoute[] => [
  ...ownRoutes(club),
  defineRoute({
    method: 'get',
    path: '/identity-reviews',
    summary: 'Reviews of the operator’s branch, oldest first',
    tag: 'identity reviews',
    access: club.access('operator'),
    query: clubReviewQuery,
    answers: { 200: clubReviewList },
    handle: async ({ caller, query }) => ({ status: 200, body: await listReviews(club, caller, query) }),
  }),
  defineRoute({
    method: 'get',
    path: '/identity-reviews/:id',
    summary: 'One review with its details',
    tag: 'identity reviews',
    access: club.access('operator'),
    params: byId,
    answers: { 200: clubReview },
    handle: async ({ caller, params }) => ({ status: 200, body: await readReview(club, caller, params.id) }),
  }),
  defineRoute({
    method: 'post',
    path: '/identity-reviews/:id/decision',
    summary: 'The one answer to a review',
    tag: 'identity reviews',
    access: club.access('operator'),
    idempotency: { kind: 'forwarded' },
    params: byId,
    body: reviewDecisionRequest,
    answers: { 200: clubReview },
    problems: {
      REVIEW_ALREADY_DECIDED: 'somebody answered before',
      IDENTITY_ALREADY_BOUND: 'the member has another identity meanwhile',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for something else',
    },
    handle: async ({ caller, params, body, idempotencyKey }) =>
      answered(
        200,
        await decideReview(club, { actor: caller, reviewId: params.id, key: idempotencyKey, wanted: body }),
      ),
  }),
];
