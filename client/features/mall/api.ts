import { get, write } from '@/api/client';
import {
  mallItemDetail,
  mallItemList,
  mallOrderAnswer,
  type MallItemDetail,
  type MallItemList,
  type MallOrderAnswer,
  type MallOrderRequest,
} from '../../../bff/features/mall/contract';
import type { ServiceKind } from '../../../bff/features/vouchers/contract';

export const readItems = (
  page: { service: ServiceKind | undefined; cursor: string | undefined; limit: number },
  signal: AbortSignal | undefined,
): Promise<MallItemList> => get('/mall/items', mallItemList, { query: page, signal });

export const readItem = (id: string, signal: AbortSignal): Promise<MallItemDetail> =>
  get(`/mall/items/${encodeURIComponent(id)}`, mallItemDetail, { signal });

export const placeOrder = (body: MallOrderRequest, idempotencyKey: string): Promise<MallOrderAnswer> =>
  write({ method: 'POST', path: '/mall/orders', body, schema: mallOrderAnswer, idempotencyKey });
