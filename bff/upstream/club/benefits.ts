import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import { withoutEffect, type Calling, type WriteCalling } from '../calling';
import {
  clubGiftDetail,
  clubGiftList,
  clubOrderList,
  clubPoints,
  clubPointsEntryList,
  clubStoreList,
  clubVoucherDetail,
  clubVoucherList,
  giftClaim,
  presentation,
  type clubGiftQuery,
  type clubStoreQuery,
  type clubVoucherQuery,
} from './contract';

interface PageQuery {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/**
 * What the club keeps for a member: gifts, orders, vouchers, points, and the shops where they count. The club checks
 * the owner in every query; what is not the actor's is a refusal with 404.
 */
export interface Benefits {
  gifts(by: Calling, query: z.output<typeof clubGiftQuery>): Promise<z.output<typeof clubGiftList>>;
  gift(by: Calling, giftId: string): Promise<z.output<typeof clubGiftDetail>>;
  /** At most once per grant; the club decides by the request id. */
  claimGift(
    by: WriteCalling,
    giftId: string,
  ): Promise<{ claim: z.output<typeof giftClaim>; replayed: boolean }>;
  orders(by: Calling, query: PageQuery): Promise<z.output<typeof clubOrderList>>;
  vouchers(by: Calling, query: z.output<typeof clubVoucherQuery>): Promise<z.output<typeof clubVoucherList>>;
  voucher(by: Calling, voucherId: string): Promise<z.output<typeof clubVoucherDetail>>;
  /** A new QR; the two latest stay valid, so repeating it after a lost answer spoils nothing. */
  presentVoucher(by: Calling, voucherId: string): Promise<z.output<typeof presentation>>;
  points(by: Calling): Promise<z.output<typeof clubPoints>>;
  pointsEntries(by: Calling, query: PageQuery): Promise<z.output<typeof clubPointsEntryList>>;
  stores(by: Calling, query: z.output<typeof clubStoreQuery>): Promise<z.output<typeof clubStoreList>>;
}

type Reads = Omit<Benefits, 'claimGift' | 'presentVoucher'>;

function readsOf(upstream: Upstream): Reads {
  const get = async <S extends z.core.$ZodType>(
    by: Calling,
    path: string,
    options: { answer: S; query?: Record<string, string | number | undefined> },
  ) => (await upstream.call({ method: 'GET', path, ...options, ...by })).body as z.output<S>;
  return {
    gifts: (by, query) => get(by, '/v1/gifts', { query, answer: clubGiftList }),
    gift: (by, giftId) => get(by, `/v1/gifts/${encodeURIComponent(giftId)}`, { answer: clubGiftDetail }),
    orders: (by, query) => get(by, '/v1/orders', { query: { ...query }, answer: clubOrderList }),
    vouchers: (by, query) => get(by, '/v1/vouchers', { query, answer: clubVoucherList }),
    voucher: (by, voucherId) =>
      get(by, `/v1/vouchers/${encodeURIComponent(voucherId)}`, { answer: clubVoucherDetail }),
    points: (by) => get(by, '/v1/points', { answer: clubPoints }),
    pointsEntries: (by, query) =>
      get(by, '/v1/points/entries', { query: { ...query }, answer: clubPointsEntryList }),
    stores: (by, query) => get(by, '/v1/stores', { query, answer: clubStoreList }),
  };
}

export function createBenefits(upstream: Upstream): Benefits {
  return {
    ...readsOf(upstream),
    async claimGift({ actor, requestId, idempotencyKey }, giftId) {
      const path = `/v1/gifts/${encodeURIComponent(giftId)}/claim`;
      const call = { method: 'POST', path, answer: giftClaim, actor, requestId, idempotencyKey } as const;
      const answer = await upstream.call({ ...call, lean: true });
      return { claim: answer.body, replayed: answer.replayed };
    },
    async presentVoucher({ actor, requestId }, voucherId) {
      const path = `/v1/vouchers/${encodeURIComponent(voucherId)}/presentations`;
      const call = { method: 'POST', path, answer: presentation, actor, requestId } as const;
      return (await withoutEffect(() => upstream.call({ ...call, lean: true }))).body;
    },
  };
}
