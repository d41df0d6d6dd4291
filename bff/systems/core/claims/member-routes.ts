import type { PoolClient } from 'pg';
import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { replayHeaders } from '../../../http/idempotency';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  accountConfirmation,
  accountProposal,
  accountReadBack,
  assessmentAgreement,
  assessmentObjection,
  claimRating,
  claimReason,
  paperSubmission,
} from '../../../upstream/core/contract/claim-requests';
import { coreClaimDetail } from '../../../upstream/core/contract/claims';
import type { CoreDeps } from '../core-deps';
import { agreeAssessment, objectAssessment } from './assessment';
import { rateClaim, reopenClaim, undoWithdrawal, withdraw } from './endings';
import { once } from './once';
import { submitPaper } from './papers';
import { confirmAccount, proposeAccount } from './payouts';
import { readClaim } from './read-claim';
import type { By } from './note-event';

const claimParams = z.strictObject({ id: opaqueId });
const paperParams = z.strictObject({ id: opaqueId, paperId: opaqueId });
const payoutParams = z.strictObject({ id: opaqueId, payoutId: opaqueId });

const problems = {
  NOT_FOUND: "unknown, or not the actor's",
  IDEMPOTENCY_KEY_REUSED: 'the same key came with something else',
  ACTION_OUT_OF_TURN: 'the claim is not where this needs it',
};

type Target = { id: string } & Record<string, string>;

interface MemberAction<Params extends z.core.$ZodType, Body extends z.core.$ZodType | undefined> {
  path: string;
  summary: string;
  params: Params;
  body: Body;
  problems?: Record<string, string>;
  work(
    client: PoolClient,
    by: By,
    input: { params: z.output<Params>; body: Body extends z.core.$ZodType ? z.output<Body> : undefined },
  ): Promise<void>;
}

/** A write of a member: once per request id, answered with the claim as it is then. */
function memberAction<Params extends z.core.$ZodType<Target>, Body extends z.core.$ZodType | undefined>(
  deps: CoreDeps,
  action: MemberAction<Params, Body>,
): AnyRoute {
  return defineRoute({
    method: 'post',
    path: action.path,
    summary: action.summary,
    tag: 'claims',
    access: deps.access('member'),
    idempotency: { kind: 'forwarded' },
    params: action.params as z.core.$ZodType<Target>,
    body: action.body ?? noBody,
    answers: { 201: coreClaimDetail },
    problems: { ...problems, ...action.problems },
    handle: async ({ caller, params, body, idempotencyKey }) => {
      const request = {
        caller,
        requestId: idempotencyKey,
        claimId: params.id,
        kind: action.path,
        input: { params, body },
      };
      const { answer, replayed } = await once(deps, request, async (client) => {
        await action.work(client, caller, { params, body } as never);
        return readClaim(deps, caller.subject, params.id, client);
      });
      return { status: 201, body: answer, headers: replayHeaders(replayed) };
    },
  });
}

function accountRoute(deps: CoreDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/claims/:id/payouts/:payoutId/account',
    summary: 'Name an account: what was understood, and a token to confirm exactly that',
    tag: 'claims',
    access: deps.access('member'),
    idempotency: { kind: 'forwarded' },
    params: payoutParams,
    body: accountProposal,
    answers: { 201: accountReadBack },
    problems: { ...problems, PAYEE_NOT_ALLOWED: '保险法 65: the others are paid before the insured' },
    handle: async ({ caller, params, body, idempotencyKey }) => {
      const { id: claimId, payoutId } = params;
      const request = {
        caller,
        requestId: idempotencyKey,
        claimId,
        kind: 'account',
        input: { payoutId, body },
      };
      const { answer, replayed } = await once(deps, request, (client) =>
        proposeAccount(deps, client, caller, { ...body, claimId, payoutId }),
      );
      return { status: 201, body: answer, headers: replayHeaders(replayed) };
    },
  });
}

const moneyRoutes = (deps: CoreDeps): AnyRoute[] => [
  memberAction(deps, {
    path: '/claims/:id/assessment/agreement',
    summary: 'Agree to the assessed amounts',
    params: claimParams,
    body: assessmentAgreement,
    work: (client, by, { params, body }) =>
      agreeAssessment(deps, client, by, { claimId: params.id, assessmentId: body.assessmentId }),
  }),
  memberAction(deps, {
    path: '/claims/:id/assessment/objection',
    summary: 'Object to the assessed amounts, with a reason',
    params: claimParams,
    body: assessmentObjection,
    work: (client, by, { params, body }) =>
      objectAssessment(deps, client, by, { claimId: params.id, ...body }),
  }),
  accountRoute(deps),
  memberAction(deps, {
    path: '/claims/:id/payouts/:payoutId/account/confirmation',
    summary: 'Confirm the account that was read back',
    params: payoutParams,
    body: accountConfirmation,
    problems: {
      CONFIRMATION_EXPIRED: 'more than 15 minutes ago',
      CONFIRMATION_OUTDATED: 'another account was named since',
    },
    work: (client, by, { params, body }) =>
      confirmAccount(client, by, {
        claimId: params.id,
        payoutId: params.payoutId,
        token: body.confirmationToken,
      }),
  }),
];

export const memberActionRoutes = (deps: CoreDeps): AnyRoute[] => [
  memberAction(deps, {
    path: '/claims/:id/papers/:paperId/submission',
    summary: 'Hand in pictures for one paper of the list',
    params: paperParams,
    body: paperSubmission,
    problems: { PAPER_NOT_WANTED: 'received or accepted already' },
    work: (client, by, { params, body }) =>
      submitPaper(client, by, { claimId: params.id, paperId: params.paperId, photoIds: body.photoIds }),
  }),
  ...moneyRoutes(deps),
  memberAction(deps, {
    path: '/claims/:id/withdrawal',
    summary: 'Take the report back; can be undone for 24 hours',
    params: claimParams,
    body: claimReason,
    work: (client, by, { params, body }) => withdraw(deps, client, by, { claimId: params.id, ...body }),
  }),
  memberAction(deps, {
    path: '/claims/:id/withdrawal/undo',
    summary: 'Undo the withdrawal',
    params: claimParams,
    body: undefined,
    problems: { WITHDRAWAL_FINAL: 'more than 24 hours ago, or never withdrawn' },
    work: (client, by, { params }) => undoWithdrawal(client, by, params.id),
  }),
  memberAction(deps, {
    path: '/claims/:id/reopening',
    summary: 'Ask to have a closed or refused claim looked at again',
    params: claimParams,
    body: claimReason,
    work: (client, by, { params, body }) => reopenClaim(deps, client, by, { claimId: params.id, ...body }),
  }),
  memberAction(deps, {
    path: '/claims/:id/satisfaction',
    summary: 'Rate a closed claim, once',
    params: claimParams,
    body: claimRating,
    work: (client, by, { params, body }) => rateClaim(deps, client, by, { claimId: params.id, ...body }),
  }),
];
