import type { AccessRules } from '../../http/access';
import { replayHeaders } from '../../http/idempotency';
import { defineRoute, noBody, type AnyRoute } from '../../http/route';
import { normaliseMobile } from '../../identifiers';
import { readFor, writeFor } from '../../upstream/calling';
import type { Members } from '../../upstream/club/members';
import {
  opsCodeAnswer,
  opsCodeRequest,
  opsDecisionRequest,
  opsReview,
  opsReviewList,
  opsReviewParams,
  opsReviewQuery,
  opsSession,
  opsSessionRequest,
} from './contract';
import { decideReview, type DecideReviewDeps } from './decide-review';
import { signInOperator, type OperatorSessionDeps } from './operator-sessions';
import { reviewSeen, type ReviewLook } from './review-seen';
import { opsMerchantRoutes } from './merchant-routes';
import { opsReviewOf } from './review-view';
import { opsSettlementRoutes, type OperationsDeps } from './settlement-routes';

export interface OpsDeps extends OperatorSessionDeps, DecideReviewDeps, OperationsDeps {
  access: AccessRules;
  /** Whoever is looked at can read who looked. */
  accessRecords: { note(seen: ReviewLook): Promise<void> };
  members: Members;
}

const tag = 'operators';

function entryRoutes(deps: OpsDeps): AnyRoute[] {
  const { access, smsSignIn, store } = deps;
  return [
    defineRoute({
      method: 'post',
      path: '/ops/auth/sms-codes',
      summary: 'Send an operator a one-time code; the answer is the same for every number',
      tag,
      access: access.open,
      idempotency: {
        kind: 'natural',
        why: 'a new code replaces the last one, and limits count each message',
      },
      body: opsCodeRequest,
      answers: { 202: opsCodeAnswer },
      async handle({ body, request }) {
        const owner = { audience: 'operator' as const, phone: normaliseMobile(body.phone) };
        return { status: 202, body: await smsSignIn.sendCode(owner, request.ip ?? 'unknown') };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/ops/auth/sms-sessions',
      summary: 'Sign in as an operator; a token of its own kind, for a quarter of an hour',
      tag,
      access: access.open,
      idempotency: { kind: 'natural', why: 'a code works once' },
      body: opsSessionRequest,
      answers: { 201: opsSession },
      problems: { SMS_CODE_WRONG: 'wrong code, or no operator' },
      async handle({ body, request, requestId }) {
        const entry = { address: request.ip ?? 'unknown', requestId };
        return { status: 201, body: await signInOperator(deps, body, entry) };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/ops/auth/session',
      summary: 'Sign out',
      tag,
      access: access.operator,
      idempotency: { kind: 'natural', why: 'a session ends once' },
      body: noBody,
      answers: { 204: null },
      async handle({ caller }) {
        await store.end(caller.sessionId, 'signedOut');
        return { status: 204 };
      },
    }),
  ];
}

function reviewRoutes(deps: OpsDeps): AnyRoute[] {
  const { access, accessRecords, members } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/ops/identity-reviews',
      summary: 'Identity reviews (人工核验) of the own branch, oldest first',
      tag,
      access: access.operator,
      query: opsReviewQuery,
      answers: { 200: opsReviewList },
      async handle({ caller, query, ...context }) {
        const { items, nextCursor } = await members.reviews(readFor(caller.actor, context), query);
        await Promise.all(
          items.map((review) => accessRecords.note(reviewSeen(review, caller, 'reviewListed'))),
        );
        return { status: 200, body: { items: items.map(opsReviewOf), nextCursor } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/ops/identity-reviews/:id',
      summary: 'One identity review',
      tag,
      access: access.operator,
      params: opsReviewParams,
      answers: { 200: opsReview },
      async handle({ caller, params, ...context }) {
        const review = await members.review(readFor(caller.actor, context), params.id);
        await accessRecords.note(reviewSeen(review, caller, 'reviewOpened'));
        return { status: 200, body: opsReviewOf(review) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/ops/identity-reviews/:id/decision',
      summary: 'The one answer to a review; the member gets it with its reason by SMS',
      tag,
      access: access.operator,
      idempotency: { kind: 'forwarded' },
      params: opsReviewParams,
      body: opsDecisionRequest,
      answers: { 200: opsReview },
      problems: {
        NOT_FOUND: "not in the operator's branch",
        REVIEW_ALREADY_DECIDED: 'somebody answered before',
        IDENTITY_ALREADY_BOUND: 'the member has another identity meanwhile',
      },
      async handle({ caller, params, body, ...context }) {
        const by = writeFor(caller.actor, context);
        const { review, replayed } = await decideReview(deps, by, { reviewId: params.id, ...body });
        await accessRecords.note(reviewSeen(review, caller, 'reviewDecided'));
        return { status: 200, body: opsReviewOf(review), headers: replayHeaders(replayed) };
      },
    }),
  ];
}

/** Mounted in demo mode only, until operators have a second factor. */
export function opsRoutes(deps: OpsDeps): AnyRoute[] {
  return [
    ...entryRoutes(deps),
    ...reviewRoutes(deps),
    ...opsMerchantRoutes(deps),
    ...opsSettlementRoutes(deps),
  ];
}
