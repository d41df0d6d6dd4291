import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import type { Calling, WriteCalling } from '../calling';
import {
  type claimPhotoNotice,
  coreClaimDetail,
  coreClaimList,
  type CoreClaimDetail,
  type coreClaimQuery,
  type CoreClaimReport,
} from './contract/claims';

export interface PhotoAddress {
  claimId: string;
  photoId: string;
}

/**
 * Claims of the core system. Reads see the subject's own reports and those on linked policies; everything else is a
 * refusal with 404. Reads fail as UpstreamAway and may be answered from what was last known; a report whose answer was
 * lost is OutcomeUnknown and is sent again with the same request id only.
 */
export interface CoreClaims {
  claims(by: Calling, query: z.output<typeof coreClaimQuery>): Promise<z.output<typeof coreClaimList>>;
  claim(by: Calling, claimId: string): Promise<CoreClaimDetail>;
  reportClaim(
    by: WriteCalling,
    report: CoreClaimReport,
  ): Promise<{ claim: CoreClaimDetail; replayed: boolean }>;
  /** Harmless when repeated. */
  announcePhoto(by: Calling, photo: PhotoAddress, notice: z.infer<typeof claimPhotoNotice>): Promise<void>;
  /** Harmless when repeated. */
  withdrawPhoto(by: Calling, photo: PhotoAddress): Promise<void>;
}

const claimPath = (claimId: string) => `/v1/claims/${encodeURIComponent(claimId)}`;
const photoPath = ({ claimId, photoId }: PhotoAddress) =>
  `${claimPath(claimId)}/photos/${encodeURIComponent(photoId)}`;

/** What of the caller's circumstances a write may carry. */
const written = ({ actor, requestId }: Calling) => ({ actor, requestId });

export function createCoreClaims(upstream: Upstream): CoreClaims {
  return {
    async claims(by, query) {
      const call = { method: 'GET', path: '/v1/claims', query, answer: coreClaimList } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    async claim(by, claimId) {
      const call = { method: 'GET', path: claimPath(claimId), answer: coreClaimDetail } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    async reportClaim(by, report) {
      const call = { method: 'POST', path: '/v1/claims', body: report, answer: coreClaimDetail } as const;
      const answer = await upstream.call({ ...call, ...written(by), idempotencyKey: by.idempotencyKey });
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
