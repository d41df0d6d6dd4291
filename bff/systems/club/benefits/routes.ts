import * as z from 'zod/mini';
import { opaqueId, pageQuery } from '../../../http/contract';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  clubGiftDetail,
  clubGiftList,
  clubGiftQuery,
  clubOrderList,
  clubVoucherDetail,
  clubVoucherList,
  clubVoucherQuery,
  giftClaim,
  presentation,
  ratingAnswer,
  ratingRequest,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { answered } from '../requests';
import { claimGift } from './claim-gift';
import { presentVoucher } from './present-voucher';
import { rateUse } from './rate-use';
import { listGifts, readGift } from './read-gifts';
import { listOrders } from './read-orders';
import { listVouchers, readVoucher } from './read-vouchers';

const byId = z.strictObject({ id: opaqueId });

const giftRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/gifts',
    summary: 'Own gifts, newest first',
    tag: 'gifts',
    access: club.access('member'),
    query: clubGiftQuery,
    answers: { 200: clubGiftList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listGifts(club, caller.subject, query),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/gifts/:id',
    summary: 'One gift with everything to know before claiming it',
    tag: 'gifts',
    access: club.access('member'),
    params: byId,
    answers: { 200: clubGiftDetail },
    handle: async ({ caller, params }) => ({
      status: 200,
      body: await readGift(club, caller.subject, params.id),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/gifts/:id/claim',
    summary: 'Claim a gift, once',
    tag: 'gifts',
    access: club.access('member'),
    idempotency: { kind: 'forwarded' },
    params: byId,
    body: noBody,
    answers: { 201: giftClaim },
    problems: {
      GIFT_ALREADY_CLAIMED: 'claimed by another request',
      GIFT_EXPIRED: 'the offer has lapsed',
      GIFT_REVOKED: 'taken back',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for another gift',
    },
    handle: async ({ caller, params, idempotencyKey }) =>
      answered(
        201,
        await claimGift(club, { memberId: caller.subject, giftId: params.id, key: idempotencyKey }),
      ),
  }),
  defineRoute({
    method: 'get',
    path: '/orders',
    summary: 'How vouchers came to the member, newest first',
    tag: 'gifts',
    access: club.access('member'),
    query: z.strictObject(pageQuery),
    answers: { 200: clubOrderList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listOrders(club, caller.subject, query),
    }),
  }),
];

export const benefitRoutes = (club: Club): AnyRoute[] => [
  ...giftRoutes(club),
  defineRoute({
    method: 'get',
    path: '/vouchers',
    summary: 'Own vouchers, newest first',
    tag: 'vouchers',
    access: club.access('member'),
    query: clubVoucherQuery,
    answers: { 200: clubVoucherList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listVouchers(club, caller.subject, query),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/vouchers/:id',
    summary: 'One voucher with terms, shops, uses and code',
    tag: 'vouchers',
    access: club.access('member'),
    params: byId,
    answers: { 200: clubVoucherDetail },
    handle: async ({ caller, params }) => ({
      status: 200,
      body: await readVoucher(club, caller.subject, params.id),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/vouchers/:id/presentations',
    summary: 'What the screen shows for 60 s; the two latest count',
    tag: 'vouchers',
    access: club.access('member'),
    idempotency: { kind: 'natural', why: 'each call makes a new one and the two latest count' },
    params: byId,
    body: noBody,
    answers: { 201: presentation },
    problems: {
      VOUCHER_ALREADY_REDEEMED: 'no use left',
      VOUCHER_EXPIRED: 'past its last day',
      VOUCHER_NOT_YET_VALID: 'before its first day',
    },
    handle: async ({ caller, params }) => ({
      status: 201,
      body: await presentVoucher(club, caller.subject, params.id),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/vouchers/:id/ratings',
    summary: 'Two questions about a use, once',
    tag: 'vouchers',
    access: club.access('member'),
    idempotency: { kind: 'forwarded' },
    params: byId,
    body: ratingRequest,
    answers: { 201: ratingAnswer },
    problems: {
      ALREADY_RATED: 'by another request',
      REDEMPTION_REVERSED: 'the use was undone',
      MEMBER_GONE: 'merged or erased',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for another rating',
    },
    handle: async ({ caller, params, body, idempotencyKey }) =>
      answered(
        201,
        await rateUse(club, {
          memberId: caller.subject,
          voucherId: params.id,
          key: idempotencyKey,
          said: body,
        }),
      ),
  }),
];
