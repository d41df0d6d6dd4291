import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import { withoutEffect, type Calling, type WriteCalling } from '../calling';
import {
  clubIdentityAnswer,
  clubMember,
  clubMergeList,
  clubPersonalData,
  clubReview,
  clubReviewList,
  latestReview,
  memberNow,
  phoneBindingAnswer,
  signInAnswer,
  type clubIdentityRequest,
  type ClubMember,
  type ClubMerge,
  type ClubPersonalData,
  type ClubReview,
  type clubReviewQuery,
  type clubReviewRequest,
  type numbersMergeRequest,
  type preferencesRequest,
  type reviewDecisionRequest,
  type signInRequest,
} from './contract';

type Preferences = z.input<typeof preferencesRequest>;

/**
 * Members at the club system: who somebody is, the identity check, and the reviews (人工核验) operators answer. Phones
 * and names come unmasked. Signing in and binding are harmless when repeated; the other writes carry the client's request id.
 */
export interface Members {
  /** Finds or creates the member of a proven phone or a WeChat openid. */
  signIn(by: Calling, proof: z.input<typeof signInRequest>): Promise<z.output<typeof signInAnswer>>;
  bindPhone(by: Calling, phone: string): Promise<z.output<typeof phoneBindingAnswer>>;
  /** One person, two numbers, both proven: the holder of the ID becomes part of the caller. */
  mergeByNumbers(
    by: WriteCalling,
    merge: z.input<typeof numbersMergeRequest>,
  ): Promise<z.output<typeof phoneBindingAnswer> & { replayed: boolean }>;
  /** Merges nobody was told of yet; each is told until `mergeTold`. */
  mergesToTell(by: Calling): Promise<ClubMerge[]>;
  mergeTold(by: Calling, mergeId: string): Promise<void>;
  /** The id everything of this member stands under now, at the end of the chain of merges. */
  whoIsNow(by: Calling, memberId: string): Promise<string>;
  me(by: Calling): Promise<ClubMember>;
  personalData(by: Calling): Promise<ClubPersonalData>;
  /** Forgets a member for good; harmless when repeated. */
  erase(by: Calling, memberId: string): Promise<void>;
  setPreferences(by: Calling, preferences: Preferences): Promise<ClubMember>;
  verify(
    by: WriteCalling,
    identity: z.input<typeof clubIdentityRequest>,
  ): Promise<z.output<typeof clubIdentityAnswer> & { replayed: boolean }>;
  openReview(
    by: WriteCalling,
    review: z.input<typeof clubReviewRequest>,
  ): Promise<{ review: ClubReview; replayed: boolean }>;
  latestReview(by: Calling): Promise<ClubReview | null>;
  reviews(by: Calling, query: z.output<typeof clubReviewQuery>): Promise<z.output<typeof clubReviewList>>;
  review(by: Calling, reviewId: string): Promise<ClubReview>;
  decide(
    by: WriteCalling,
    reviewId: string,
    decision: z.input<typeof reviewDecisionRequest>,
  ): Promise<{ review: ClubReview; replayed: boolean }>;
}

const REVIEWS = '/v1/identity-reviews';
const reviewPath = (reviewId: string) => `${REVIEWS}/${encodeURIComponent(reviewId)}`;

function people(
  upstream: Upstream,
): Pick<Members, 'signIn' | 'bindPhone' | 'me' | 'personalData' | 'erase' | 'setPreferences'> {
  return {
    async signIn({ actor, requestId }, proof) {
      const call = {
        method: 'POST',
        path: '/v1/members/sign-ins',
        body: proof,
        answer: signInAnswer,
      } as const;
      return (await withoutEffect(() => upstream.call({ ...call, actor, requestId }))).body;
    },
    async bindPhone({ actor, requestId }, phone) {
      const path = '/v1/members/phone-bindings';
      const call = { method: 'POST', path, body: { phone }, answer: phoneBindingAnswer } as const;
      return (await upstream.call({ ...call, actor, requestId })).body;
    },
    async me(by) {
      return (await upstream.call({ method: 'GET', path: '/v1/members/me', answer: clubMember, ...by })).body;
    },
    async personalData(by) {
      const path = '/v1/members/me/personal-data';
      return (await upstream.call({ method: 'GET', path, answer: clubPersonalData, ...by })).body;
    },
    async erase({ actor, requestId }, memberId) {
      const path = `/v1/members/${encodeURIComponent(memberId)}`;
      await upstream.call({ method: 'DELETE', path, answer: null, actor, requestId });
    },
    async setPreferences({ actor, requestId }, preferences) {
      const path = '/v1/members/me/preferences';
      const call = { method: 'PATCH', path, body: preferences, answer: clubMember } as const;
      return (await upstream.call({ ...call, actor, requestId })).body;
    },
  };
}

function merges(
  upstream: Upstream,
): Pick<Members, 'mergeByNumbers' | 'mergesToTell' | 'mergeTold' | 'whoIsNow'> {
  return {
    async mergeByNumbers({ actor, requestId, idempotencyKey }, merge) {
      const path = '/v1/members/merges';
      const call = { method: 'POST', path, body: merge, answer: phoneBindingAnswer } as const;
      const { body, replayed } = await upstream.call({ ...call, actor, requestId, idempotencyKey });
      return { ...body, replayed };
    },
    async mergesToTell(by) {
      const path = '/v1/member-merges';
      return (await upstream.call({ method: 'GET', path, answer: clubMergeList, ...by })).body.items;
    },
    async mergeTold({ actor, requestId }, mergeId) {
      const path = `/v1/member-merges/${encodeURIComponent(mergeId)}`;
      await upstream.call({ method: 'DELETE', path, answer: null, actor, requestId });
    },
    async whoIsNow(by, memberId) {
      const path = `/v1/members/${encodeURIComponent(memberId)}/now`;
      return (await upstream.call({ method: 'GET', path, answer: memberNow, ...by })).body.id;
    },
  };
}

function identities(upstream: Upstream): Pick<Members, 'verify' | 'openReview' | 'latestReview'> {
  return {
    async verify({ actor, requestId, idempotencyKey }, identity) {
      const path = '/v1/members/identity';
      const call = { method: 'POST', path, body: identity, answer: clubIdentityAnswer } as const;
      const { body, replayed } = await upstream.call({ ...call, actor, requestId, idempotencyKey });
      return { ...body, replayed };
    },
    async openReview({ actor, requestId, idempotencyKey }, review) {
      const call = { method: 'POST', path: REVIEWS, body: review, answer: clubReview } as const;
      const answer = await upstream.call({ ...call, actor, requestId, idempotencyKey });
      return { review: answer.body, replayed: answer.replayed };
    },
    async latestReview(by) {
      const path = `${REVIEWS}/latest`;
      return (await upstream.call({ method: 'GET', path, answer: latestReview, ...by })).body.review;
    },
  };
}

function decisions(upstream: Upstream): Pick<Members, 'reviews' | 'review' | 'decide'> {
  return {
    async reviews(by, query) {
      return (await upstream.call({ method: 'GET', path: REVIEWS, query, answer: clubReviewList, ...by }))
        .body;
    },
    async review(by, reviewId) {
      const path = reviewPath(reviewId);
      return (await upstream.call({ method: 'GET', path, answer: clubReview, ...by })).body;
    },
    async decide({ actor, requestId, idempotencyKey }, reviewId, decision) {
      const path = `${reviewPath(reviewId)}/decision`;
      const call = { method: 'POST', path, body: decision, answer: clubReview } as const;
      const answer = await upstream.call({ ...call, actor, requestId, idempotencyKey });
      return { review: answer.body, replayed: answer.replayed };
    },
  };
}

export function createMembers(upstream: Upstream): Members {
  return { ...people(upstream), ...merges(upstream), ...identities(upstream), ...decisions(upstream) };
}
