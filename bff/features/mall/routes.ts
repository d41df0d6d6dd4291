import type { AccessRules } from '../../http/access';
import { replayHeaders } from '../../http/idempotency';
import type { Limits } from '../../http/limits';
import { defineRoute, type AnyRoute } from '../../http/route';
import type { LastKnown } from '../../last-known/last-known';
import { freshnessOf, readList } from '../../last-known/read-list';
import { readFor, writeFor } from '../../upstream/calling';
import { mallItemAnswer } from '../../upstream/club/contract';
import type { Mall } from '../../upstream/club/mall';
import { inOurWords } from '../../upstream/refusal-words';
import {
  mallCancellationAnswer,
  mallCancellationRequest,
  mallItemDetail,
  mallItemList,
  mallItemParams,
  mallItemQuery,
  mallOrderAnswer,
  mallOrderParams,
  mallOrderRequest,
} from './contract';
import { mallRefusals } from './refusals';

export interface MallDeps {
  access: Pick<AccessRules, 'member'>;
  mall: Mall;
  lastKnown: LastKnown;
  limits: Limits;
}

const tag = 'mall';

function itemsRoute({ access, mall, lastKnown }: MallDeps): AnyRoute {
  return defineRoute({
    method: 'get',
    path: '/mall/items',
    summary: 'What points can become',
    tag,
    access: access.member,
    query: mallItemQuery,
    answers: { 200: mallItemList },
    handle: async (context) => {
      const { caller, query } = context;
      const fetch = () => mall.items(readFor(caller.actor, context), query);
      const list = { subject: caller.accountId, name: 'mall-items', query, schema: mallItemList, fetch };
      return { status: 200, body: await inOurWords(mallRefusals, () => readList(lastKnown, list)) };
    },
  });
}

function itemRoute({ access, mall, lastKnown }: MallDeps): AnyRoute {
  return defineRoute({
    method: 'get',
    path: '/mall/items/:id',
    summary: 'One thing on sale, with the balance to compare with',
    tag,
    access: access.member,
    params: mallItemParams,
    answers: { 200: mallItemDetail },
    problems: { NOT_FOUND: 'Not on sale, or never was.' },
    handle: async (context) => {
      const { caller, params } = context;
      const known = await inOurWords(mallRefusals, () =>
        lastKnown.read({
          subject: caller.accountId,
          what: `mall-item:${params.id}`,
          schema: mallItemAnswer,
          fetch: () => mall.item(readFor(caller.actor, context), params.id),
        }),
      );
      return { status: 200, body: { ...known.value, ...freshnessOf(known) } };
    },
  });
}

export function mallRoutes(deps: MallDeps): AnyRoute[] {
  const { access, mall, limits } = deps;
  return [
    itemsRoute(deps),
    itemRoute(deps),
    defineRoute({
      method: 'post',
      path: '/mall/orders',
      summary: 'Exchange points for vouchers, all or nothing',
      tag,
      access: access.member,
      idempotency: { kind: 'forwarded' },
      body: mallOrderRequest,
      answers: { 201: mallOrderAnswer },
      problems: {
        POINTS_NOT_ENOUGH: '`missing` says how many.',
        OUT_OF_STOCK: '`stock` says what is left.',
        LIMIT_REACHED: '`limitPerMember` says how many one member may have.',
        PRICE_CHANGED: '`pricePoints` says the price now; nothing was spent.',
        ITEM_NOT_ON_SALE: 'Paused or ended.',
      },
      handle: async (context) => {
        await limits.take('exchangesPerHour', context.caller.accountId);
        const { exchange, replayed } = await inOurWords(mallRefusals, () =>
          mall.exchange(writeFor(context.caller.actor, context), context.body),
        );
        return { status: 201, body: exchange, headers: replayHeaders(replayed) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/mall/orders/:id/cancellation',
      summary: 'Take an unused exchange back; the points return',
      tag,
      access: access.member,
      idempotency: { kind: 'forwarded' },
      params: mallOrderParams,
      body: mallCancellationRequest,
      answers: { 201: mallCancellationAnswer },
      problems: {
        EXCHANGE_NOT_CANCELLABLE: 'A voucher of it was used, given away or ran out.',
        EXCHANGE_CANCELLED: 'Cancelled before, with another request id.',
      },
      handle: async (context) => {
        const { cancellation, replayed } = await inOurWords(mallRefusals, () =>
          mall.cancel(writeFor(context.caller.actor, context), context.params.id),
        );
        return { status: 201, body: cancellation, headers: replayHeaders(replayed) };
      },
    }),
  ];
}
