import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import type { Calling, WriteCalling } from '../calling';
import {
  mallCancellationAnswer,
  mallItemAnswer,
  mallItemList,
  mallOrderAnswer,
  type MallCancellationAnswer,
  type mallItemQuery,
  type MallOrderAnswer,
  type mallOrderRequest,
} from './contract';

/**
 * The points mall. An exchange or its cancellation happens whole or not at all; whose answer was lost is sent again with the same request id.
 */
export interface Mall {
  items(by: Calling, query: z.output<typeof mallItemQuery>): Promise<z.output<typeof mallItemList>>;
  item(by: Calling, itemId: string): Promise<z.output<typeof mallItemAnswer>>;
  exchange(
    by: WriteCalling,
    wanted: z.output<typeof mallOrderRequest>,
  ): Promise<{ exchange: MallOrderAnswer; replayed: boolean }>;
  cancel(
    by: WriteCalling,
    orderId: string,
  ): Promise<{ cancellation: MallCancellationAnswer; replayed: boolean }>;
}

export function createMall(upstream: Upstream): Mall {
  return {
    async items(by, query) {
      return (
        await upstream.call({ method: 'GET', path: '/v1/mall/items', query, answer: mallItemList, ...by })
      ).body;
    },
    async item(by, itemId) {
      const path = `/v1/mall/items/${encodeURIComponent(itemId)}`;
      return (await upstream.call({ method: 'GET', path, answer: mallItemAnswer, ...by })).body;
    },
    async exchange({ actor, requestId, idempotencyKey }, wanted) {
      const call = {
        method: 'POST',
        path: '/v1/mall/orders',
        body: wanted,
        answer: mallOrderAnswer,
      } as const;
      const answer = await upstream.call({ ...call, actor, requestId, idempotencyKey });
      return { exchange: answer.body, replayed: answer.replayed };
    },
    async cancel({ actor, requestId, idempotencyKey }, orderId) {
      const path = `/v1/mall/orders/${encodeURIComponent(orderId)}/cancellation`;
      const call = { method: 'POST', path, answer: mallCancellationAnswer } as const;
      const answer = await upstream.call({ ...call, actor, requestId, idempotencyKey });
      return { cancellation: answer.body, replayed: answer.replayed };
    },
  };
}
