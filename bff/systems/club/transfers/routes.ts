import * as z from 'zod/mini';
import { opaqueId, pageQuery } from '../../../http/contract';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  clubTransferAcceptance,
  clubTransferAnswer,
  clubTransferList,
  clubTransferPreview,
  transferRequest,
  transferTokenRequest,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { answered } from '../requests';
import { acceptTransfer } from './accept-transfer';
import { offerVoucher } from './offer-voucher';
import { listTransfers, previewTransfer } from './read-transfers';
import { takeBack } from './take-back';

const byId = z.strictObject({ id: opaqueId });
const tag = 'transfers';

const giverRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'post',
    path: '/vouchers/:id/transfers',
    summary: 'Offer a voucher to whoever opens the link',
    tag,
    access: club.access('member'),
    idempotency: { kind: 'forwarded' },
    params: byId,
    body: transferRequest,
    answers: { 201: clubTransferAnswer },
    problems: {
      TRANSFER_PENDING: 'offered already',
      VOUCHER_NOT_USABLE: 'used up, lapsed, reserved, revoked or gone; `state` says which',
      VOUCHER_PARTLY_USED: 'only a whole voucher changes hands',
      VOUCHER_BOUND_TO_CAR: 'for one car only',
      SERVICE_NOT_TRANSFERABLE: 'for its owner in person',
      TRANSFER_ONCE_ONLY: 'was given before',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for another offer',
    },
    handle: async ({ caller, params, body, idempotencyKey }) =>
      answered(
        201,
        await offerVoucher(club, {
          memberId: caller.subject,
          voucherId: params.id,
          hours: body?.hours,
          key: idempotencyKey,
        }),
      ),
  }),
  defineRoute({
    method: 'delete',
    path: '/transfers/:id',
    summary: 'Take an offer back',
    tag,
    access: club.access('member'),
    idempotency: { kind: 'natural', why: 'what is taken back stays so' },
    params: byId,
    body: noBody,
    answers: { 204: null },
    problems: { TRANSFER_ALREADY_ACCEPTED: 'somebody has it' },
    handle: async ({ caller, params }) => {
      await takeBack(club, caller.subject, params.id);
      return { status: 204 };
    },
  }),
];

export const transferRoutes = (club: Club): AnyRoute[] => [
  ...giverRoutes(club),
  defineRoute({
    method: 'get',
    path: '/transfers',
    summary: 'Given and received, newest first',
    tag,
    access: club.access('member'),
    query: z.strictObject(pageQuery),
    answers: { 200: clubTransferList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listTransfers(club, caller.subject, query),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/transfers/preview',
    summary: 'What a link stands for; changes nothing',
    tag,
    access: club.access('member', 'system'),
    idempotency: { kind: 'natural', why: 'it changes nothing; the token must not stand in an address' },
    body: transferTokenRequest,
    answers: { 200: clubTransferPreview },
    handle: async ({ caller, body }) => ({
      status: 200,
      body: await previewTransfer(club, caller.subject, body.token),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/transfers/acceptance',
    summary: 'Take what was given, once',
    tag,
    access: club.access('member'),
    idempotency: { kind: 'forwarded' },
    body: transferTokenRequest,
    answers: { 201: clubTransferAcceptance },
    problems: {
      TRANSFER_ALREADY_ACCEPTED: 'by somebody, or by another request',
      TRANSFER_TAKEN_BACK: 'by the giver',
      TRANSFER_EXPIRED: 'the link has lapsed',
      TRANSFER_ENDED: 'the voucher was used, revoked or ran out meanwhile',
      TRANSFER_OWN: 'nobody gives to themselves',
      MEMBER_GONE: 'merged or erased',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for another token',
    },
    handle: async ({ caller, body, idempotencyKey }) =>
      answered(
        201,
        await acceptTransfer(club, { memberId: caller.subject, token: body.token, key: idempotencyKey }),
      ),
  }),
];
