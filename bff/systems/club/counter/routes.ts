import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { defineRoute, type AnyRoute } from '../../../http/route';
import {
  clubLookup,
  clubLookupRequest,
  clubQuote,
  clubQuoteRequest,
  clubRedemptionAnswer,
  clubRedemptionList,
  clubRedemptionQuery,
  clubRedemptionRequest,
  clubReversalRequest,
  merchantSummary,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { answered } from '../requests';
import { readCounterActor } from './counter-actor';
import { lookUp } from './look-up';
import { quote } from './quote';
import { listRedemptions, redemptionByRequest, summarise } from './read-redemptions';
import { redeem } from './redeem';
import { reverse } from './reverse';

const byId = z.strictObject({ id: opaqueId });
const byKey = z.strictObject({ key: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,128}$/)) });
const tag = 'counter';

const lookupProblems = {
  VOUCHER_NOT_FOUND: 'unknown, another merchant’s, or not signed here: one answer',
  CODE_MISTYPED: 'the check character does not fit',
  CODE_ATTEMPTS_LOCKED: 'too many wrong codes within the hour',
  STORE_NOT_FOUND: 'not a store of this clerk',
};

const writeRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'post',
    path: '/merchant/lookups',
    summary: 'What a QR text, short code or 兑换码 stands for; changes nothing',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    idempotency: { kind: 'natural', why: 'it changes nothing' },
    body: clubLookupRequest,
    answers: { 200: clubLookup },
    problems: lookupProblems,
    handle: async ({ caller, body }) => ({ status: 200, body: await lookUp(club, caller, body) }),
  }),
  defineRoute({
    method: 'post',
    path: '/merchant/redemptions',
    summary: 'Confirm one use, exactly once',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    idempotency: { kind: 'forwarded' },
    body: clubRedemptionRequest,
    answers: { 201: clubRedemptionAnswer },
    problems: {
      ...lookupProblems,
      VOUCHER_ALREADY_REDEEMED: 'no use left; with where and when if it was this merchant',
      RECENTLY_REDEEMED: 'another use within ten minutes; confirm with a new key and expectedUsesLeft',
      DAILY_LIMIT_REACHED: 'today’s uses of this service are taken; with when it works again',
      VOUCHER_EXPIRED: 'past its last day',
      VOUCHER_NOT_YET_VALID: 'before its first day',
      PRESENTATION_EXPIRED: 'the QR, the short code or the scan has lapsed',
      STORE_SUSPENDED: 'the owner or the operator stopped the store',
      SERVICE_NOT_OFFERED: 'another store of the merchant serves it',
      SCAN_TOKEN_OTHER_STORE: 'looked up for another store',
      VOUCHER_CHANGED: 'scan again; nothing was used',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for another confirmation',
    },
    handle: async ({ caller, body, idempotencyKey }) => {
      const done = await redeem(club, caller, { key: idempotencyKey, wanted: body });
      return answered(201, { body: { redemption: done.body }, replayed: done.replayed });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/merchant/redemptions/:id/reversal',
    summary: 'Undo a confirmed use',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    idempotency: { kind: 'forwarded' },
    params: byId,
    body: clubReversalRequest,
    answers: { 201: clubRedemptionAnswer },
    problems: {
      ALREADY_REVERSED: 'undone by another request',
      REVERSAL_WINDOW_CLOSED: 'a clerk has 30 minutes',
      SETTLEMENT_LOCKED: 'the line is in a settlement',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for something else',
    },
    handle: async ({ caller, params, body, idempotencyKey }) => {
      const done = await reverse(club, caller, {
        redemptionId: params.id,
        key: idempotencyKey,
        reason: body.reason,
      });
      return answered(201, { body: { redemption: done.body }, replayed: done.replayed });
    },
  }),
];

export const counterRoutes = (club: Club): AnyRoute[] => [
  ...writeRoutes(club),
  defineRoute({
    method: 'post',
    path: '/merchant/quotes',
    summary: 'What a sale would cost the customer (加油优惠); changes nothing',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    idempotency: { kind: 'natural', why: 'it changes nothing' },
    body: clubQuoteRequest,
    answers: { 200: clubQuote },
    problems: { VOUCHER_NOT_FOUND: 'not this clerk’s scan', PRESENTATION_EXPIRED: 'scan again' },
    handle: async ({ caller, body }) => ({ status: 200, body: await quote(club, caller, body) }),
  }),
  defineRoute({
    method: 'get',
    path: '/merchant/redemptions',
    summary: 'One day’s redemptions of the own stores, newest first',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    query: clubRedemptionQuery,
    answers: { 200: clubRedemptionList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listRedemptions(club, await readCounterActor(club, caller), query),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/merchant/redemptions/by-request/:key',
    summary: 'What became of a request whose answer was lost',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    params: byKey,
    answers: { 200: clubRedemptionAnswer },
    handle: async ({ caller, params }) => {
      const counter = await readCounterActor(club, caller);
      return { status: 200, body: { redemption: await redemptionByRequest(club, counter, params.key) } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/merchant/summary',
    summary: 'Today in numbers',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    query: z.strictObject({ storeId: z.optional(opaqueId) }),
    answers: { 200: merchantSummary },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await summarise(club, await readCounterActor(club, caller), query.storeId),
    }),
  }),
];
