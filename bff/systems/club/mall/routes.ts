import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  mallCancellationAnswer,
  mallItemAnswer,
  mallItemList,
  mallItemQuery,
  mallOrderAnswer,
  mallOrderRequest,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { answered } from '../requests';
import { cancelExchange } from './cancel-exchange';
import { exchangePoints } from './exchange-points';
import { listItems, readItem } from './read-items';

const tag = 'mall';

export const mallRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/mall/items',
    summary: 'What points can become',
    tag,
    access: club.access('member'),
    query: mallItemQuery,
    answers: { 200: mallItemList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listItems(club, caller.subject, query),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/mall/items/:id',
    summary: 'One thing on sale',
    tag,
    access: club.access('member'),
    params: z.strictObject({ id: opaqueId }),
    answers: { 200: mallItemAnswer },
    handle: async ({ caller, params }) => ({
      status: 200,
      body: await readItem(club, caller.subject, params.id),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/mall/orders',
    summary: 'Exchange points for vouchers, all or nothing',
    tag,
    access: club.access('member'),
    idempotency: { kind: 'forwarded' },
    body: mallOrderRequest,
    answers: { 201: mallOrderAnswer },
    problems: {
      POINTS_NOT_ENOUGH: '`missing` says how many',
      OUT_OF_STOCK: '`stock` says what is left',
      LIMIT_REACHED: '`limitPerMember` says how many one member may have',
      PRICE_CHANGED: '`pricePoints` says the price now; nothing was spent',
      ITEM_NOT_ON_SALE: 'paused or ended',
      MEMBER_GONE: 'merged or erased',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for another exchange',
    },
    handle: async ({ caller, body, idempotencyKey }) =>
      answered(
        201,
        await exchangePoints(club, { memberId: caller.subject, key: idempotencyKey, wanted: body }),
      ),
  }),
  defineRoute({
    method: 'post',
    path: '/mall/orders/:id/cancellation',
    summary: 'Take an unused exchange back; the points return',
    tag,
    access: club.access('member'),
    idempotency: { kind: 'forwarded' },
    params: z.strictObject({ id: opaqueId }),
    body: noBody,
    answers: { 201: mallCancellationAnswer },
    problems: {
      EXCHANGE_NOT_CANCELLABLE: 'a voucher of it was used, given away or ran out',
      EXCHANGE_CANCELLED: 'by another request',
      MEMBER_GONE: 'merged or erased',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for another order',
    },
    handle: async ({ caller, params, idempotencyKey }) =>
      answered(
        201,
        await cancelExchange(club, { memberId: caller.subject, orderId: params.id, key: idempotencyKey }),
      ),
  }),
];
