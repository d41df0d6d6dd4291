import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import { withoutEffect, type Calling, type WriteCalling } from '../calling';
import {
  clubTransferAcceptance,
  clubTransferAnswer,
  clubTransferList,
  clubTransferPreview,
  type ClubTransfer,
  type ClubTransferPreview,
  type transferRequest,
} from './contract';

interface PageQuery {
  limit?: number | undefined;
  cursor?: string | undefined;
}

type Acceptance = z.output<typeof clubTransferAcceptance>;

/**
 * Giving vouchers away. The club decides who has a voucher; an offer or acceptance whose answer was lost is sent again with the same request id and has
 * no second effect. The token stands in bodies only, so previewing is a POST that changes nothing.
 */
export interface Transfers {
  offer(
    by: WriteCalling,
    voucherId: string,
    request: z.output<typeof transferRequest>,
  ): Promise<{ transfer: ClubTransfer; replayed: boolean }>;
  list(by: Calling, query: PageQuery): Promise<z.output<typeof clubTransferList>>;
  preview(by: Calling, token: string): Promise<ClubTransferPreview>;
  accept(by: WriteCalling, token: string): Promise<{ acceptance: Acceptance; replayed: boolean }>;
  /** Harmless when repeated. */
  takeBack(by: Calling, transferId: string): Promise<void>;
}

export function createTransfers(upstream: Upstream): Transfers {
  return {
    async offer({ actor, requestId, idempotencyKey }, voucherId, request) {
      const path = `/v1/vouchers/${encodeURIComponent(voucherId)}/transfers`;
      const from = { actor, requestId, idempotencyKey };
      const call = { method: 'POST', path, body: request ?? {}, answer: clubTransferAnswer } as const;
      const answer = await upstream.call({ ...call, ...from });
      return { transfer: answer.body.transfer, replayed: answer.replayed };
    },
    async list(by, query) {
      const call = { method: 'GET', path: '/v1/transfers', query: { ...query } } as const;
      return (await upstream.call({ ...call, answer: clubTransferList, ...by })).body;
    },
    async preview({ actor, requestId }, token) {
      const call = { method: 'POST', path: '/v1/transfers/preview', body: { token } } as const;
      const from = { actor, requestId };
      return (await withoutEffect(() => upstream.call({ ...call, ...from, answer: clubTransferPreview })))
        .body;
    },
    async accept({ actor, requestId, idempotencyKey }, token) {
      const call = { method: 'POST', path: '/v1/transfers/acceptance', body: { token } } as const;
      const from = { actor, requestId, idempotencyKey };
      const answer = await upstream.call({ ...call, ...from, answer: clubTransferAcceptance });
      return { acceptance: answer.body, replayed: answer.replayed };
    },
    async takeBack({ actor, requestId }, transferId) {
      const path = `/v1/transfers/${encodeURIComponent(transferId)}`;
      await upstream.call({ method: 'DELETE', path, answer: null, actor, requestId });
    },
  };
}
