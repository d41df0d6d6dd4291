import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import { withoutEffect, type Calling, type WriteCalling } from '../calling';
import {
  type claimPhotoNotice,
  coreClaimDetail,
  coreClaimList,
  corePolicyDetail,
  corePolicyList,
  identityLinkAnswer,
  phoneCheckAnswer,
  type coreClaimQuery,
  type CoreClaimDetail,
  type CoreClaimReport,
  type corePolicyQuery,
  type CorePolicyDetail,
  type identityLinkRequest,
} from './contract';

export type CorePolicyList = z.output<typeof corePolicyList>;
export type CoreClaimList = z.output<typeof coreClaimList>;
export type ClaimPhotoNotice = z.infer<typeof claimPhotoNotice>;
type PolicyQuery = z.output<typeof corePolicyQuery>;
type ClaimQuery = z.output<typeof coreClaimQuery>;

/**
 * The core policy system. Reads see what is linked to the actor's subject; everything else is a refusal with 404.
 * Reads fail as UpstreamAway and may be answered from what was last known; a report whose answer was lost is
 * OutcomeUnknown and is sent again with the same request id only.
 */
export interface Core {
  policies(by: Calling, query: PolicyQuery): Promise<CorePolicyList>;
  policy(by: Calling, policyId: string): Promise<CorePolicyDetail>;
  claims(by: Calling, query: ClaimQuery): Promise<CoreClaimList>;
  claim(by: Calling, claimId: string): Promise<CoreClaimDetail>;
  reportClaim(
    by: WriteCalling,
    report: CoreClaimReport,
  ): Promise<{ claim: CoreClaimDetail; replayed: boolean }>;
  /** Harmless when repeated. */
  announcePhoto(by: Calling, photo: PhotoAddress, notice: ClaimPhotoNotice): Promise<void>;
  /** Harmless when repeated. */
  withdrawPhoto(by: Calling, photo: PhotoAddress): Promise<void>;
  /** Links the subject to every customer with this verified identity; repeating it is harmless. */
  linkIdentity(
    by: Calling,
    identity: z.input<typeof identityLinkRequest>,
  ): Promise<z.output<typeof identityLinkAnswer>>;
  forgetLinks(by: Calling, subject: string): Promise<void>;
  checkPhone(by: Calling, phone: string): Promise<z.output<typeof phoneCheckAnswer>>;
}

export interface PhotoAddress {
  claimId: string;
  photoId: string;
}

const photoPath = ({ claimId, photoId }: PhotoAddress) =>
  `/v1/claims/${encodeURIComponent(claimId)}/photos/${encodeURIComponent(photoId)}`;

/** What of the caller's circumstances a write may carry. */
const written = ({ actor, requestId }: Calling) => ({ actor, requestId });

function readsOf(upstream: Upstream): Pick<Core, 'policies' | 'policy' | 'claims' | 'claim'> {
  return {
    async policies(by, query) {
      const call = { method: 'GET', path: '/v1/policies', query, answer: corePolicyList } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    async policy(by, policyId) {
      const path = `/v1/policies/${encodeURIComponent(policyId)}`;
      return (await upstream.call({ method: 'GET', path, answer: corePolicyDetail, ...by })).body;
    },
    async claims(by, query) {
      const call = { method: 'GET', path: '/v1/claims', query, answer: coreClaimList } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    async claim(by, claimId) {
      const path = `/v1/claims/${encodeURIComponent(claimId)}`;
      return (await upstream.call({ method: 'GET', path, answer: coreClaimDetail, ...by })).body;
    },
  };
}

function identityOf(upstream: Upstream): Pick<Core, 'linkIdentity' | 'forgetLinks' | 'checkPhone'> {
  return {
    async linkIdentity(by, identity) {
      const call = {
        method: 'PUT',
        path: '/v1/identity-links',
        body: identity,
        answer: identityLinkAnswer,
      } as const;
      return (await upstream.call({ ...call, ...written(by) })).body;
    },
    async forgetLinks(by, subject) {
      const path = `/v1/identity-links/${encodeURIComponent(subject)}`;
      await upstream.call({ method: 'DELETE', path, answer: null, ...written(by) });
    },
    async checkPhone(by, phone) {
      const call = {
        method: 'POST',
        path: '/v1/phone-checks',
        body: { phone },
        answer: phoneCheckAnswer,
      } as const;
      return (await withoutEffect(() => upstream.call({ ...call, ...written(by) }))).body;
    },
  };
}

export function createCore(upstream: Upstream): Core {
  return {
    ...readsOf(upstream),
    ...identityOf(upstream),
    async reportClaim(by, report) {
      const call = { method: 'POST', path: '/v1/claims', body: report, answer: coreClaimDetail } as const;
      const answer = await upstream.call({
        ...call,
        ...written(by),
        idempotencyKey: by.idempotencyKey,
      });
      return { claim: answer.body, replayed: answer.replayed };
    },
    async announcePhoto(by, photo, notice) {
      const call = { method: 'PUT', path: photoPath(photo), body: notice, answer: null } as const;
      await upstream.call({ ...call, ...written(by) });
    },
    async withdrawPhoto(by, photo) {
      await upstream.call({ method: 'DELETE', path: photoPath(photo), answer: null, ...written(by) });
    },
  };
}
