import { get, write } from '@/api/client';
import { giftClaim, giftDetail, giftList, orderList } from '../../../bff/features/gifts/contract';

export const readGifts = (signal: AbortSignal) => get('/gifts', giftList, { query: { limit: 100 }, signal });

export const readGift = (id: string, signal: AbortSignal) => get(`/gifts/${id}`, giftDetail, { signal });

export const claimGift = (id: string, idempotencyKey: string) =>
  write({ method: 'POST', path: `/gifts/${id}/claim`, schema: giftClaim, idempotencyKey });

export const readOrders = (signal: AbortSignal) =>
  get('/orders', orderList, { query: { limit: 100 }, signal });
