import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { replayHeaders } from '../../../http/idempotency';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  claimPhotoNotice,
  coreClaimDetail,
  coreClaimList,
  coreClaimQuery,
} from '../../../upstream/core/contract/claims';
import type { CoreDeps } from '../core-deps';
import { backOfficeRoutes } from './back-office-routes';
import { listClaims } from './list-claims';
import { memberActionRoutes } from './member-routes';
import { notePhoto, removePhoto } from './note-photo';
import { readClaim } from './read-claim';
import { reportBody } from './report-body';
import { knownReport, reportClaim } from './report-claim';
import { surveyorRoutes } from './surveyor-routes';

const claimParams = z.strictObject({ id: opaqueId });
const photoParams = z.strictObject({ id: opaqueId, photoId: opaqueId });
/** Asks what became of a report that may have arrived; nothing new is taken. */
const reportQuery = z.strictObject({ known: z.optional(z.literal('true')) });
const natural = (why: string) => ({ kind: 'natural' as const, why });

const reportRoute = (deps: CoreDeps): AnyRoute =>
  defineRoute({
    method: 'post',
    path: '/claims',
    summary: 'Report one accident',
    tag: 'claims',
    access: deps.access('member'),
    idempotency: { kind: 'forwarded' },
    query: reportQuery,
    body: reportBody,
    answers: { 201: coreClaimDetail },
    problems: {
      NOT_FOUND: "policyId is not the actor's; with `known=true`: no report came under this key",
      IDEMPOTENCY_KEY_REUSED: 'the same key came with another report',
    },
    handle: async ({ caller, query, body, idempotencyKey }) => {
      const request = {
        subject: caller.subject,
        requestId: idempotencyKey,
        report: body,
        source: 'app' as const,
      };
      const { receipt, replayed } = query.known
        ? await knownReport(deps, request)
        : await reportClaim(deps, request);
      return { status: 201, body: receipt, headers: replayHeaders(replayed) };
    },
  });

const readRoutes = (deps: CoreDeps): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/claims',
    summary: "The actor's reports and those on the actor's policies",
    tag: 'claims',
    access: deps.access('member'),
    query: coreClaimQuery,
    answers: { 200: coreClaimList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listClaims(deps, caller.subject, query),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/claims/:id',
    summary: 'One claim: its steps, owners, clocks and what to do next',
    tag: 'claims',
    access: deps.access('member'),
    params: claimParams,
    answers: { 200: coreClaimDetail },
    problems: { NOT_FOUND: "unknown, or not the actor's" },
    handle: async ({ caller, params }) => ({
      status: 200,
      body: await readClaim(deps, caller.subject, params.id),
    }),
  }),
];

const photoRoutes = (deps: CoreDeps): AnyRoute[] => [
  defineRoute({
    method: 'put',
    path: '/claims/:id/photos/:photoId',
    summary: 'A photo was received and stored',
    tag: 'claims',
    access: deps.access('member', 'system'),
    idempotency: natural('the photo id is unique in its claim; a repeat changes nothing'),
    params: photoParams,
    body: claimPhotoNotice,
    answers: { 204: null },
    problems: { NOT_FOUND: 'no such claim', PHOTO_CHANGED: 'another photo under the same id' },
    handle: async ({ caller, params, body }) => {
      await notePhoto(deps, caller, { claimId: params.id, photoId: params.photoId }, body);
      return { status: 204 };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/claims/:id/photos/:photoId',
    summary: 'A photo was taken back',
    tag: 'claims',
    access: deps.access('member', 'system'),
    idempotency: natural('what is gone stays gone'),
    params: photoParams,
    body: noBody,
    answers: { 204: null },
    problems: { NOT_FOUND: 'no such claim' },
    handle: async ({ caller, params }) => {
      await removePhoto(deps, caller, { claimId: params.id, photoId: params.photoId });
      return { status: 204 };
    },
  }),
];

export const claimRoutes = (deps: CoreDeps): AnyRoute[] => [
  reportRoute(deps),
  ...readRoutes(deps),
  ...photoRoutes(deps),
  ...memberActionRoutes(deps),
  ...backOfficeRoutes(deps),
  ...surveyorRoutes(deps),
];
