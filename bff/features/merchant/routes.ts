import type { AccessRules } from '../../http/access';
import { replayHeaders } from '../../http/idempotency';
import type { Limits } from '../../http/limits';
import { defineRoute, type AnyRoute } from '../../http/route';
import { readFor, writeFor } from '../../upstream/calling';
import type { Counter } from '../../upstream/club/counter';
import { inOurWords } from '../../upstream/refusal-words';
import {
  byRequestParams,
  lookup,
  lookupRequest,
  merchantSummary,
  quote,
  quoteRequest,
  redemptionAnswer,
  redemptionList,
  redemptionParams,
  redemptionQuery,
  redemptionRequest,
  reversalRequest,
  summaryQuery,
} from './contract';
import { lookedAt, type CounterLook } from './looked-at';
import { ownStoreRoutes } from './own-store-routes';
import { shownLookup, shownRedemption } from './redemption';
import { counterRefusals } from './refusals';
import { settlementRoutes } from './settlement-routes';
import { staffRoutes, type StaffDeps } from './staff-routes';

export interface MerchantDeps extends StaffDeps {
  access: Pick<AccessRules, 'counter'>;
  /** Whoever is looked at can read who looked. */
  accessRecords: { note(seen: CounterLook): Promise<void> };
  counter: Counter;
  limits: Limits;
}

const tag = 'merchant';

const redeemProblems = {
  VOUCHER_NOT_FOUND: 'No such voucher, or not for this merchant.',
  VOUCHER_ALREADY_REDEEMED: 'No use is left; `usedAt` says where and when if it was this merchant.',
  VOUCHER_EXPIRED: 'The voucher has lapsed.',
  RECENTLY_REDEEMED: 'Another use within ten minutes; a new key with `expectedUsesLeft` confirms it.',
  DAILY_LIMIT_REACHED: 'Today’s uses of the service are taken; `worksAgainAt` says from when it works again.',
  PRESENTATION_EXPIRED: 'The QR or short code is older than 60 s.',
};

function lookupRoute({ access, accessRecords, counter, limits }: MerchantDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/merchant/lookups',
    summary: 'What a code stands for; changes nothing',
    tag,
    access: access.counter,
    idempotency: {
      kind: 'natural',
      why: 'It changes nothing; each scanToken is one more permission to ask.',
    },
    body: lookupRequest,
    answers: { 200: lookup },
    problems: { VOUCHER_NOT_FOUND: redeemProblems.VOUCHER_NOT_FOUND },
    handle: async (context) => {
      await limits.take('lookupsPerClerkMinute', context.caller.accountId);
      const by = readFor(context.caller.counterActor, context);
      const found = await inOurWords(counterRefusals, () => counter.lookUp(by, context.body));
      await accessRecords.note(lookedAt(found, context.caller.counterActor));
      return { status: 200, body: shownLookup(found) };
    },
  });
}

function quoteRoute({ access, workspace }: MerchantDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/merchant/quotes',
    summary: 'What a sale would cost the customer (加油优惠); changes nothing',
    tag,
    access: access.counter,
    idempotency: { kind: 'natural', why: 'It changes nothing.' },
    body: quoteRequest,
    answers: { 200: quote },
    problems: { VOUCHER_NOT_FOUND: 'Not this clerk’s scan.', PRESENTATION_EXPIRED: 'Scan again.' },
    handle: async (context) => {
      const by = readFor(context.caller.counterActor, context);
      const found = await inOurWords(counterRefusals, () => workspace.quote(by, context.body));
      return { status: 200, body: found };
    },
  });
}

function redemptionRoute({ access, counter }: MerchantDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/merchant/redemptions',
    summary: 'Confirm one use, exactly once',
    tag,
    access: access.counter,
    idempotency: { kind: 'forwarded' },
    body: redemptionRequest,
    answers: { 201: redemptionAnswer },
    problems: redeemProblems,
    handle: async (context) => {
      const by = writeFor(context.caller.counterActor, context);
      const outcome = await inOurWords(counterRefusals, () => counter.redeem(by, context.body));
      const body = { redemption: shownRedemption(outcome.redemption) };
      return { status: 201, body, headers: replayHeaders(outcome.replayed) };
    },
  });
}

function reversalRoute({ access, counter }: MerchantDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/merchant/redemptions/:id/reversal',
    summary: 'Undo a redemption; the use is back',
    tag,
    access: access.counter,
    idempotency: { kind: 'forwarded' },
    params: redemptionParams,
    body: reversalRequest,
    answers: { 201: redemptionAnswer },
    problems: {
      ALREADY_REVERSED: 'Undone before, with another request id.',
      REVERSAL_WINDOW_CLOSED: 'Too late for this caller.',
    },
    handle: async (context) => {
      const by = writeFor(context.caller.counterActor, context);
      const outcome = await inOurWords(counterRefusals, () =>
        counter.reverse(by, context.params.id, context.body),
      );
      const body = { redemption: shownRedemption(outcome.redemption) };
      return { status: 201, body, headers: replayHeaders(outcome.replayed) };
    },
  });
}

function readRoutes({ access, counter }: MerchantDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/merchant/redemptions/by-request/:idempotencyKey',
      summary: 'What became of a request whose answer was lost',
      tag,
      access: access.counter,
      params: byRequestParams,
      answers: { 200: redemptionAnswer },
      problems: {
        NOT_FOUND:
          'Nothing has happened under this key so far; sending the same request again is the sure way.',
      },
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const found = await inOurWords(byRequestRefusals, () =>
          counter.byRequest(by, context.params.idempotencyKey),
        );
        return { status: 200, body: { redemption: shownRedemption(found) } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/merchant/redemptions',
      summary: 'Redemptions of a day, newest first',
      tag,
      access: access.counter,
      query: redemptionQuery,
      answers: { 200: redemptionList },
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const page = await inOurWords(counterRefusals, () => counter.redemptions(by, context.query));
        return { status: 200, body: { ...page, items: page.items.map(shownRedemption) } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/merchant/summary',
      summary: 'The totals of today',
      tag,
      access: access.counter,
      query: summaryQuery,
      answers: { 200: merchantSummary },
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        return {
          status: 200,
          body: await inOurWords(counterRefusals, () => counter.summary(by, context.query)),
        };
      },
    }),
  ];
}

/** Not there yet is not "did not happen": the confirmation may still wait for its turn inside the club. */
const byRequestRefusals = {
  ...counterRefusals,
  NOT_FOUND: '还没有查到这次核销，它可能还在路上。请再查一次，或用原来的提交重试；不要重新扫码',
};

export function merchantRoutes(deps: MerchantDeps): AnyRoute[] {
  return [
    ...readRoutes(deps),
    lookupRoute(deps),
    quoteRoute(deps),
    redemptionRoute(deps),
    reversalRoute(deps),
    ...settlementRoutes(deps),
    ...ownStoreRoutes(deps),
    ...staffRoutes(deps),
  ];
}
