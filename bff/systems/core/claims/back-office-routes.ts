import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { replayHeaders } from '../../../http/idempotency';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  agreementData,
  claimClockList,
  claimNoticeList,
} from '../../../upstream/core/contract/claim-requests';
import { coreClaimDetail } from '../../../upstream/core/contract/claims';
import type { CoreDeps } from '../core-deps';
import { publishedClocks } from '../rules/claim-clocks';
import { agreementOf } from './agreement';
import { takeNotice, waitingNotices } from './notices';
import { reportBody } from './report-body';
import { reportClaim } from './report-claim';

const params = z.strictObject({ id: opaqueId });

/** Reports taken on the telephone belong to nobody's account; their callers find them by number or car once linked. */
const HOTLINE_SUBJECT = 'hotline';

function hotlineRoute(deps: CoreDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/hotline-claims',
    summary: 'Take a report on the telephone',
    tag: 'claims',
    access: deps.access('system', 'surveyor'),
    idempotency: { kind: 'forwarded' },
    body: reportBody,
    answers: { 201: coreClaimDetail },
    handle: async ({ body, idempotencyKey }) => {
      const request = {
        subject: HOTLINE_SUBJECT,
        requestId: idempotencyKey,
        report: body,
        source: 'hotline' as const,
      };
      const { receipt, replayed } = await reportClaim(deps, request);
      return { status: 201, body: receipt, headers: replayHeaders(replayed) };
    },
  });
}

export const backOfficeRoutes = (deps: CoreDeps): AnyRoute[] => [
  hotlineRoute(deps),
  defineRoute({
    method: 'get',
    path: '/claims/:id/agreement',
    summary: 'What is known for 道路交通事故自行协商协议书',
    tag: 'claims',
    access: deps.access('member'),
    params,
    answers: { 200: agreementData },
    problems: { AGREEMENT_NOT_POSSIBLE: 'somebody is hurt, or no other vehicle' },
    handle: async ({ caller, params: { id } }) => ({
      status: 200,
      body: await agreementOf(deps, caller.subject, id),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/claim-clocks',
    summary: 'The promises about a claim, with their sources',
    tag: 'claims',
    access: deps.access('member', 'system'),
    answers: { 200: claimClockList },
    handle: () => ({ status: 200, body: { items: publishedClocks() } }),
  }),
  defineRoute({
    method: 'get',
    path: '/claim-notices',
    summary: 'Messages to people that nobody has taken yet',
    tag: 'claims',
    access: deps.access('system'),
    answers: { 200: claimNoticeList },
    handle: async () => ({ status: 200, body: { items: await waitingNotices(deps) } }),
  }),
  defineRoute({
    method: 'delete',
    path: '/claim-notices/:id',
    summary: 'A message was taken',
    tag: 'claims',
    access: deps.access('system'),
    idempotency: { kind: 'natural', why: 'what was taken stays taken' },
    params,
    body: noBody,
    answers: { 204: null },
    handle: async ({ params: { id } }) => {
      await takeNotice(deps, id);
      return { status: 204 };
    },
  }),
];
