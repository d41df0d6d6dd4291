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
import {
  accountReadBack,
  agreementData,
  claimClockList,
  claimNoticeList,
  type AccountProposal,
  type AccountReadBack,
  type AgreementData,
  type ClaimClock,
  type ClaimNotice,
} from './contract/claim-requests';

export interface ClaimAction {
  claimId: string;
  /** Below the claim, e.g. `assessment/agreement`; each part a fixed word or an opaque id. */
  path: readonly string[];
  body?: unknown;
}

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
  /** The same answer again for a report that has arrived; nothing is taken. Refused with 404 when none has. */
  knownReport(
    by: WriteCalling,
    report: CoreClaimReport,
  ): Promise<{ claim: CoreClaimDetail; replayed: boolean }>;
  /** Harmless when repeated. */
  announcePhoto(by: Calling, photo: PhotoAddress, notice: z.infer<typeof claimPhotoNotice>): Promise<void>;
  /** Harmless when repeated. */
  withdrawPhoto(by: Calling, photo: PhotoAddress): Promise<void>;
  /** One write about a claim, e.g. `withdrawal`; core keeps the request id and answers the claim as it is then. */
  actOnClaim(by: WriteCalling, action: ClaimAction): Promise<{ claim: CoreClaimDetail; replayed: boolean }>;
  proposeAccount(
    by: WriteCalling,
    payout: { claimId: string; payoutId: string },
    proposal: AccountProposal,
  ): Promise<{ readBack: AccountReadBack; replayed: boolean }>;
  agreement(by: Calling, claimId: string): Promise<AgreementData>;
  claimClocks(by: Calling): Promise<{ items: ClaimClock[] }>;
  claimNotices(by: Calling): Promise<ClaimNotice[]>;
  takeClaimNotice(by: Calling, id: string): Promise<void>;
}

const claimPath = (claimId: string) => `/v1/claims/${encodeURIComponent(claimId)}`;
const photoPath = ({ claimId, photoId }: PhotoAddress) =>
  `${claimPath(claimId)}/photos/${encodeURIComponent(photoId)}`;

/** What of the caller's circumstances a write may carry. */
const written = ({ actor, requestId }: Calling) => ({ actor, requestId });

export function createCoreClaims(upstream: Upstream): CoreClaims {
  async function report(by: WriteCalling, body: CoreClaimReport, query?: { known: 'true' }) {
    const call = { method: 'POST', path: '/v1/claims', body, answer: coreClaimDetail } as const;
    const asked = query === undefined ? call : { ...call, query };
    const answer = await upstream.call({ ...asked, ...written(by), idempotencyKey: by.idempotencyKey });
    return { claim: answer.body, replayed: answer.replayed };
  }
  return {
    async claims(by, query) {
      const call = { method: 'GET', path: '/v1/claims', query, answer: coreClaimList } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    async claim(by, claimId) {
      const call = { method: 'GET', path: claimPath(claimId), answer: coreClaimDetail } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    reportClaim: (by, body) => report(by, body),
    knownReport: (by, body) => report(by, body, { known: 'true' }),
    async announcePhoto(by, photo, notice) {
      const call = { method: 'PUT', path: photoPath(photo), body: notice, answer: null } as const;
      await upstream.call({ ...call, ...written(by) });
    },
    async actOnClaim(by, { claimId, path, body }) {
      const below = path.map(encodeURIComponent).join('/');
      const call = {
        method: 'POST',
        path: `${claimPath(claimId)}/${below}`,
        answer: coreClaimDetail,
      } as const;
      const sent = body === undefined ? call : { ...call, body };
      const answer = await upstream.call({ ...sent, ...written(by), idempotencyKey: by.idempotencyKey });
      return { claim: answer.body, replayed: answer.replayed };
    },
    async proposeAccount(by, { claimId, payoutId }, proposal) {
      const path = `${claimPath(claimId)}/payouts/${encodeURIComponent(payoutId)}/account`;
      const call = { method: 'POST', path, body: proposal, answer: accountReadBack } as const;
      const answer = await upstream.call({ ...call, ...written(by), idempotencyKey: by.idempotencyKey });
      return { readBack: answer.body, replayed: answer.replayed };
    },
    async agreement(by, claimId) {
      const call = { method: 'GET', path: `${claimPath(claimId)}/agreement`, answer: agreementData } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    async claimClocks(by) {
      return (await upstream.call({ method: 'GET', path: '/v1/claim-clocks', answer: claimClockList, ...by }))
        .body;
    },
    async claimNotices(by) {
      const call = { method: 'GET', path: '/v1/claim-notices', answer: claimNoticeList } as const;
      return (await upstream.call({ ...call, ...by })).body.items;
    },
    async takeClaimNotice(by, id) {
      const path = `/v1/claim-notices/${encodeURIComponent(id)}`;
      await upstream.call({ method: 'DELETE', path, answer: null, ...written(by) });
    },
    async withdrawPhoto(by, photo) {
      await upstream.call({ method: 'DELETE', path: photoPath(photo), answer: null, ...written(by) });
    },
  };
}
