import { get, write } from '@/api/client';
import { mallCancellationAnswer, type MallCancellationAnswer } from '../../../bff/features/mall/contract';
import { giftClaim, giftDetail, giftList, orderList } from '../../../bff/features/gifts/contract';

export const readGifts = (signal: AbortSignal) => get('/gifts', giftList, { query: { limit: 100 }, signal });

export const readGift = (id: string, signal: AbortSignal) => get(`/gifts/${id}`, giftDetail, { signal });

export const claimGift = (id: string, idempotencyKey: string) =>
  write({ method: 'POST', path: `/gifts/${id}/claim`, schema: giftClaim, idempotencyKey });

export const readOrders = (cursor: string | undefined, signal: AbortSignal | undefined) =>
  get('/orders', orderList, { query: { limit: 50, cursor }, signal });

/** Takes an unused exchange back; the order is in the address only. */
export const cancelExchange = (orderId: string, idempotencyKey: string): Promise<MallCancellationAnswer> =>
  write({
    method: 'POST',
    path: `/mall/orders/${orderId}/cancellation`,
    schema: mallCancellationAnswer,
    idempotencyKey,
  });
