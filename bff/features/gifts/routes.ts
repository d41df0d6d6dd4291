import type { AccessRules } from '../../http/access';
import { replayHeaders } from '../../http/idempotency';
import { defineRoute, type AnyRoute } from '../../http/route';
import type { LastKnown } from '../../last-known/last-known';
import { freshnessOf, readList } from '../../last-known/read-list';
import { readFor, writeFor } from '../../upstream/calling';
import type { Benefits } from '../../upstream/club/benefits';
import { clubGiftDetail } from '../../upstream/club/contract';
import { inOurWords } from '../../upstream/refusal-words';
import {
  giftClaim,
  giftClaimRequest,
  giftDetail,
  giftList,
  giftParams,
  giftQuery,
  orderList,
  orderQuery,
} from './contract';
import { giftRefusals } from './refusals';

export interface GiftsDeps {
  access: Pick<AccessRules, 'member'>;
  benefits: Pick<Benefits, 'gifts' | 'gift' | 'claimGift' | 'orders'>;
  lastKnown: LastKnown;
}

const tag = 'gifts';

function readRoutes({ access, benefits, lastKnown }: GiftsDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/gifts',
      summary: 'Gifts offered to the caller',
      tag,
      access: access.member,
      query: giftQuery,
      answers: { 200: giftList },
      handle: async (context) => {
        const { caller, query } = context;
        const fetch = () => benefits.gifts(readFor(caller.actor, context), query);
        const list = { subject: caller.accountId, name: 'gifts', query, schema: giftList, fetch };
        return { status: 200, body: await inOurWords(giftRefusals, () => readList(lastKnown, list)) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/gifts/:id',
      summary: 'Everything about a gift before it is claimed',
      tag,
      access: access.member,
      params: giftParams,
      answers: { 200: giftDetail },
      handle: async (context) => {
        const { id } = context.params;
        const known = await inOurWords(giftRefusals, () =>
          lastKnown.read({
            subject: context.caller.accountId,
            what: `gift:${id}`,
            schema: clubGiftDetail,
            fetch: () => benefits.gift(readFor(context.caller.actor, context), id),
          }),
        );
        return { status: 200, body: { ...known.value, ...freshnessOf(known) } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/orders',
      summary: 'What gifts and exchanges became (我的订单)',
      tag,
      access: access.member,
      query: orderQuery,
      answers: { 200: orderList },
      handle: async (context) => {
        const { caller, query } = context;
        const fetch = () => benefits.orders(readFor(caller.actor, context), query);
        const list = { subject: caller.accountId, name: 'orders', query, schema: orderList, fetch };
        return { status: 200, body: await inOurWords(giftRefusals, () => readList(lastKnown, list)) };
      },
    }),
  ];
}

function claimRoute({ access, benefits }: GiftsDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/gifts/:id/claim',
    summary: 'Claim a gift once; its vouchers come back',
    tag,
    access: access.member,
    idempotency: { kind: 'forwarded' },
    params: giftParams,
    body: giftClaimRequest,
    answers: { 201: giftClaim },
    problems: {
      GIFT_ALREADY_CLAIMED: 'Claimed before, with another request id.',
      GIFT_EXPIRED: 'The offer has lapsed.',
      GIFT_REVOKED: 'The offer was taken back.',
    },
    handle: async (context) => {
      const { claim, replayed } = await inOurWords(giftRefusals, () =>
        benefits.claimGift(writeFor(context.caller.actor, context), context.params.id),
      );
      return { status: 201, body: claim, headers: replayHeaders(replayed) };
    },
  });
}

export function giftsRoutes(deps: GiftsDeps): AnyRoute[] {
  return [...readRoutes(deps), claimRoute(deps)];
}
