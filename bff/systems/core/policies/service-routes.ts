import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { replayHeaders } from '../../../http/idempotency';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  coreContactChange,
  corePolicyLink,
  coreServiceRecord,
  coreServiceRecordList,
  lossReportRequest,
  policyLinkRequest,
  serviceRecordQuery,
} from '../../../upstream/core/contract/policy-services';
import type { CoreDeps } from '../core-deps';
import { changeContact, restoreContact } from './contact-changes';
import { cancelLoss, reportLoss } from './loss-reports';
import { linkPolicy, unlinkPolicy } from './policy-links';
import { listServiceRecords, openRecord, recordOnce } from './service-records';

const tag = 'policy services';
const params = z.strictObject({ id: opaqueId });

function linkRoutes(deps: CoreDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/policy-links',
      summary: 'Add a policy by its number, where the verified identity is policyholder or insured',
      tag,
      access: deps.access('member'),
      idempotency: { kind: 'natural', why: 'what is linked is linked; again it changes nothing' },
      body: policyLinkRequest,
      answers: { 200: corePolicyLink },
      problems: { POLICY_NOT_LINKED: 'no such number, or not of this identity: not to be told apart' },
      handle: async ({ caller, body }) => ({
        status: 200,
        body: { policy: await linkPolicy(deps, caller.subject, body.policyNo) },
      }),
    }),
    defineRoute({
      method: 'delete',
      path: '/policy-links/:id',
      summary: "Take a policy off the subject's list; the cover stays",
      tag,
      access: deps.access('member'),
      idempotency: { kind: 'natural', why: 'what is off the list stays off' },
      params,
      body: noBody,
      answers: { 204: null },
      problems: { NOT_FOUND: "unknown, or not the actor's" },
      handle: async ({ caller, params: { id } }) => {
        await unlinkPolicy(deps, caller.subject, id);
        return { status: 204 };
      },
    }),
  ];
}

function businessRoutes(deps: CoreDeps): AnyRoute[] {
  const access = deps.access('member');
  const idempotency = { kind: 'forwarded' } as const;
  const answers = { 201: coreServiceRecord };
  return [
    defineRoute({
      method: 'post',
      path: '/policies/:id/contact-changes',
      summary: 'Change where the policyholder is reached, on all own policies',
      tag,
      access,
      idempotency,
      params,
      body: coreContactChange,
      answers,
      problems: { NOT_POLICYHOLDER: 'the actor is insured only', NOTHING_CHANGED: 'it stands there already' },
      handle: async ({ caller: { subject }, params: { id }, body, idempotencyKey }) => {
        const request = { subject, requestId: idempotencyKey, input: { id, contact: body } };
        const done = await recordOnce(deps, request, (client) =>
          changeContact(deps, client, { subject, policyId: id, change: body }),
        );
        return { status: 201, body: done.record, headers: replayHeaders(done.replayed) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/policies/:id/loss-reports',
      summary: 'Report the paper policy, the mark or the card as lost',
      tag,
      access,
      idempotency,
      params,
      body: lossReportRequest,
      answers,
      problems: { ALREADY_LOST: 'reported before', POLICY_ENDED: 'nothing left to report' },
      handle: async ({ caller: { subject }, params: { id }, body, idempotencyKey }) => {
        const request = { subject, requestId: idempotencyKey, input: { id, lost: body.item } };
        const done = await recordOnce(deps, request, (client) =>
          reportLoss(client, { subject, policyId: id, item: body.item }),
        );
        return { status: 201, body: done.record, headers: replayHeaders(done.replayed) };
      },
    }),
  ];
}

function recordRoutes(deps: CoreDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/service-records',
      summary: 'Records of business, the latest first',
      tag,
      access: deps.access('member'),
      query: serviceRecordQuery,
      answers: { 200: coreServiceRecordList },
      handle: async ({ caller, query }) => ({
        status: 200,
        body: await listServiceRecords(deps, caller.subject, query),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/service-records/:id/undo',
      summary: 'Take a piece of business back; the record of it stays',
      tag,
      access: deps.access('member'),
      idempotency: { kind: 'forwarded' },
      params,
      body: noBody,
      answers: { 201: coreServiceRecord },
      problems: { NOT_UNDOABLE: 'taken back before', CHANGED_SINCE: 'changed again since' },
      handle: async ({ caller: { subject }, params: { id }, idempotencyKey }) => {
        const request = { subject, requestId: idempotencyKey, input: { undo: id } };
        const done = await recordOnce(deps, request, async (client) => {
          const record = await openRecord(client, subject, id);
          return record.kind === 'lossReport'
            ? cancelLoss(record)
            : restoreContact(deps, client, { subject, record });
        });
        return { status: 201, body: done.record, headers: replayHeaders(done.replayed) };
      },
    }),
  ];
}

export const policyServiceRoutes = (deps: CoreDeps): AnyRoute[] => [
  ...linkRoutes(deps),
  ...businessRoutes(deps),
  ...recordRoutes(deps),
];
