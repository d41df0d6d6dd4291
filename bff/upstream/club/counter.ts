import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import { withoutEffect, type Calling, type WriteCalling } from '../calling';
import {
  clubLookup,
  clubRedemptionAnswer,
  clubRedemptionList,
  merchantSummary,
  type ClubLookup,
  type clubLookupRequest,
  type clubRedemptionQuery,
  type clubRedemptionRequest,
  type clubReversalRequest,
  type ClubRedemption,
} from './contract';

export interface RedemptionOutcome {
  redemption: ClubRedemption;
  replayed: boolean;
}

/**
 * The counter of one merchant: the actor is a clerk or owner, and the club limits every call to the actor's merchant and
 * stores. A redemption or reversal whose answer was lost is OutcomeUnknown: `byRequest` says what became of it, and
 * sending it again with the same request id has no second effect.
 */
export interface Counter {
  /** Changes nothing, although it is a POST: a voucher's code must not stand in an address. */
  lookUp(by: Calling, request: z.input<typeof clubLookupRequest>): Promise<ClubLookup>;
  redeem(by: WriteCalling, request: z.input<typeof clubRedemptionRequest>): Promise<RedemptionOutcome>;
  reverse(
    by: WriteCalling,
    redemptionId: string,
    request: z.input<typeof clubReversalRequest>,
  ): Promise<RedemptionOutcome>;
  byRequest(by: Calling, idempotencyKey: string): Promise<ClubRedemption>;
  redemptions(
    by: Calling,
    query: z.output<typeof clubRedemptionQuery>,
  ): Promise<z.output<typeof clubRedemptionList>>;
  summary(by: Calling, query: { storeId?: string | undefined }): Promise<z.output<typeof merchantSummary>>;
}

type Reads = Pick<Counter, 'byRequest' | 'redemptions' | 'summary'>;

function readsOf(upstream: Upstream): Reads {
  return {
    async byRequest(by, idempotencyKey) {
      const path = `/v1/merchant/redemptions/by-request/${encodeURIComponent(idempotencyKey)}`;
      const answer = await upstream.call({ method: 'GET', path, answer: clubRedemptionAnswer, ...by });
      return answer.body.redemption;
    },
    async redemptions(by, query) {
      const path = '/v1/merchant/redemptions';
      return (await upstream.call({ method: 'GET', path, query, answer: clubRedemptionList, ...by })).body;
    },
    async summary(by, query) {
      const path = '/v1/merchant/summary';
      return (await upstream.call({ method: 'GET', path, query, answer: merchantSummary, ...by })).body;
    },
  };
}

export function createCounter(upstream: Upstream): Counter {
  return {
    ...readsOf(upstream),
    async lookUp({ actor, requestId }, request) {
      const path = '/v1/merchant/lookups';
      const call = { method: 'POST', path, body: request, answer: clubLookup, lean: true } as const;
      return (await withoutEffect(() => upstream.call({ ...call, actor, requestId }))).body;
    },
    async redeem({ actor, requestId, idempotencyKey }, request) {
      const call = { method: 'POST', path: '/v1/merchant/redemptions', body: request, lean: true } as const;
      const from = { actor, requestId, idempotencyKey };
      const answer = await upstream.call({ ...call, ...from, answer: clubRedemptionAnswer });
      return { redemption: answer.body.redemption, replayed: answer.replayed };
    },
    async reverse({ actor, requestId, idempotencyKey }, redemptionId, request) {
      const path = `/v1/merchant/redemptions/${encodeURIComponent(redemptionId)}/reversal`;
      const from = { actor, requestId, idempotencyKey };
      const answer = await upstream.call({
        method: 'POST',
        path,
        body: request,
        ...from,
        answer: clubRedemptionAnswer,
      });
      return { redemption: answer.body.redemption, replayed: answer.replayed };
    },
  };
}
