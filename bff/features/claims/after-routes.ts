import * as z from 'zod/mini';
import { replayHeaders } from '../../http/idempotency';
import { invalidInput } from '../../http/problem';
import { defineRoute, noBody, type AnyRoute } from '../../http/route';
import { readFor, writeFor } from '../../upstream/calling';
import { inOurWords } from '../../upstream/refusal-words';
import { agreementPdf } from './agreement-pdf';
import type { ClaimsDeps } from './claims-deps';
import { claimDetail, claimParams } from './contract';
import {
  accountConfirmation,
  accountProposal,
  accountReadBack,
  assessmentAgreement,
  assessmentObjection,
  claimRating,
  claimReason,
  paperParams,
  paperSubmission,
  payoutParams,
} from './contract/after';
import { claimWhat, ownClaimId, shownClaim } from './read-claim';
import { afterRefusals } from './refusals';

const tag = 'claims';

type Params = z.core.$ZodType<{ id: string } & Record<string, string>>;

interface Action<Body extends z.core.$ZodType | undefined> {
  path: string;
  summary: string;
  params: Params;
  body: Body;
  /** Below the claim in core. */
  below(params: Record<string, string>): string[];
  problems?: Record<string, string>;
  /** What must hold here before core is asked. */
  check?(claimId: string, accountId: string, body: unknown): Promise<void>;
}

/** One write about a claim: forwarded with the person's request id, answered with the claim as it is then. */
function action<Body extends z.core.$ZodType | undefined>(deps: ClaimsDeps, wanted: Action<Body>): AnyRoute {
  return defineRoute({
    method: 'post',
    path: wanted.path,
    summary: wanted.summary,
    tag,
    access: deps.access.member,
    idempotency: { kind: 'forwarded' },
    params: wanted.params,
    body: wanted.body ?? noBody,
    answers: { 201: claimDetail },
    problems: { ACTION_OUT_OF_TURN: 'The claim is not where this needs it.', ...wanted.problems },
    handle: async (context) => {
      const { caller, params, body } = context;
      const by = writeFor(caller.actor, context);
      const claimId = await ownClaimId(deps, { actor: by.actor, requestId: context.requestId }, params.id);
      await wanted.check?.(claimId, caller.accountId, body);
      const path = wanted.below(params);
      const { claim, replayed } = await inOurWords(afterRefusals, () =>
        deps.core.actOnClaim(by, { claimId, path, ...(body === undefined ? {} : { body }) }),
      );
      if (!replayed)
        deps.lastKnown.keep({ subject: caller.accountId, what: claimWhat(claim.id) }, claim, claim.asOf);
      const known = { value: claim, asOf: claim.asOf, stale: false };
      return { status: 201, body: await shownClaim(deps, by, known), headers: replayHeaders(replayed) };
    },
  });
}

function accountRoute(deps: ClaimsDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/claims/:id/payouts/:payoutId/account',
    summary: 'First of two steps: name an account and get back, masked, what was understood',
    tag,
    access: deps.access.member,
    idempotency: { kind: 'forwarded' },
    params: payoutParams,
    body: accountProposal,
    answers: { 201: accountReadBack },
    problems: { PAYEE_NOT_ALLOWED: '保险法 65: the others are paid before the insured.' },
    handle: async (context) => {
      const { caller, params, body } = context;
      const by = writeFor(caller.actor, context);
      const claimId = await ownClaimId(deps, { actor: by.actor, requestId: context.requestId }, params.id);
      const payout = { claimId, payoutId: params.payoutId };
      const { readBack, replayed } = await inOurWords(afterRefusals, () =>
        deps.core.proposeAccount(by, payout, body),
      );
      return { status: 201, body: readBack, headers: replayHeaders(replayed) };
    },
  });
}

function agreementRoute(deps: ClaimsDeps): AnyRoute {
  return defineRoute({
    method: 'get',
    path: '/claims/:id/agreement',
    summary: '道路交通事故自行协商协议书, filled in as far as it is known, to be signed by both',
    tag,
    access: deps.access.member,
    params: claimParams,
    answers: { 200: null },
    mediaType: 'application/pdf',
    problems: { AGREEMENT_NOT_POSSIBLE: 'Somebody is hurt, or there is no other vehicle.' },
    handle: async (context) => {
      const by = readFor(context.caller.actor, context);
      const claimId = await ownClaimId(deps, by, context.params.id);
      const data = await inOurWords(afterRefusals, () => deps.core.agreement(by, claimId));
      const headers = { 'Content-Disposition': `attachment; filename="agreement-${data.reportNo}.pdf"` };
      return { status: 200, body: await agreementPdf(data), headers };
    },
  });
}

const moneyRoutes = (deps: ClaimsDeps): AnyRoute[] => [
  action(deps, {
    path: '/claims/:id/assessment/agreement',
    summary: 'Agree to the assessed amounts',
    params: claimParams,
    body: assessmentAgreement,
    below: () => ['assessment', 'agreement'],
  }),
  action(deps, {
    path: '/claims/:id/assessment/objection',
    summary: 'Object to the assessed amounts, with a reason',
    params: claimParams,
    body: assessmentObjection,
    below: () => ['assessment', 'objection'],
  }),
  accountRoute(deps),
  action(deps, {
    path: '/claims/:id/payouts/:payoutId/account/confirmation',
    summary: 'Second step: confirm exactly the account that was read back',
    params: payoutParams,
    body: accountConfirmation,
    below: ({ payoutId = '' }) => ['payouts', payoutId, 'account', 'confirmation'],
    problems: {
      CONFIRMATION_EXPIRED: 'More than 15 minutes ago.',
      CONFIRMATION_OUTDATED: 'Another account was named since.',
    },
  }),
];

export function afterRoutes(deps: ClaimsDeps): AnyRoute[] {
  const ownPhotos = async (claimId: string, ownerId: string, body: unknown) => {
    const { photoIds } = z.parse(paperSubmission, body);
    const mine = new Set((await deps.photos.list({ claimId, ownerId })).map(({ id }) => id));
    if (photoIds.every((id) => mine.has(id))) return;
    throw invalidInput([
      { path: 'photoIds', code: 'UNKNOWN_PHOTO', message: '有一张照片还没传好，请重传后再交' },
    ]);
  };
  return [
    action(deps, {
      path: '/claims/:id/papers/:paperId/submission',
      summary: 'Hand in pictures for one paper of the list',
      params: paperParams,
      body: paperSubmission,
      below: ({ paperId = '' }) => ['papers', paperId, 'submission'],
      problems: { PAPER_NOT_WANTED: 'Received or accepted already.' },
      check: ownPhotos,
    }),
    ...moneyRoutes(deps),
    agreementRoute(deps),
    action(deps, {
      path: '/claims/:id/withdrawal',
      summary: 'Take the report back; can be undone for 24 hours',
      params: claimParams,
      body: claimReason,
      below: () => ['withdrawal'],
    }),
    action(deps, {
      path: '/claims/:id/withdrawal/undo',
      summary: 'Undo the withdrawal within 24 hours',
      params: claimParams,
      body: undefined,
      below: () => ['withdrawal', 'undo'],
      problems: { WITHDRAWAL_FINAL: 'More than 24 hours ago, or never withdrawn.' },
    }),
    action(deps, {
      path: '/claims/:id/reopening',
      summary: 'Ask to have a closed or refused claim looked at again',
      params: claimParams,
      body: claimReason,
      below: () => ['reopening'],
    }),
    action(deps, {
      path: '/claims/:id/satisfaction',
      summary: 'Rate a closed claim, once, with at most two answers',
      params: claimParams,
      body: claimRating,
      below: () => ['satisfaction'],
    }),
  ];
}
