import { replayHeaders } from '../../http/idempotency';
import { defineRoute, type AnyRoute } from '../../http/route';
import { readList } from '../../last-known/read-list';
import { readFor, writeFor } from '../../upstream/calling';
import { inOurWords } from '../../upstream/refusal-words';
import type { ClaimsDeps } from './claims-deps';
import { claimDetail, claimList, claimParams, claimQuery, claimReceipt, claimReport } from './contract';
import { coreClaimList } from '../../upstream/core/contract/claims';
import { afterRoutes } from './after-routes';
import { photoLinkRoutes } from './photo-link-routes';
import { photoRoutes } from './photo-routes';
import { photoUploadRoutes } from './photo-upload-routes';
import { promiseRoutes } from './promise-routes';
import { withQueued } from './with-queued';
import { readClaim } from './read-claim';
import { claimRefusals } from './refusals';
import { reportClaim } from './report-claim';

const tag = 'claims';

function reportRoute(deps: ClaimsDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/claims',
    summary: 'Report an accident',
    tag,
    access: deps.access.member,
    idempotency: { kind: 'forwarded' },
    body: claimReport,
    answers: { 201: claimReceipt, 202: claimReceipt },
    problems: {
      NOT_FOUND: 'The vehicle or policy is not the caller’s.',
      CONSENT_REQUIRED:
        'It names a position, the consent to use positions was taken back, and it has not arrived.',
    },
    handle: async (context) => {
      const { accountId } = context.caller;
      await deps.limits.take('claimsPerDay', accountId);
      const by = writeFor(context.caller.actor, context);
      const { status, receipt, replayed } = await reportClaim(deps, by, context.body);
      return { status, body: receipt, headers: replayHeaders(replayed) };
    },
  });
}

function readRoutes(deps: ClaimsDeps): AnyRoute[] {
  const { access, core, lastKnown } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/claims',
      summary: 'Own reports and those on linked policies',
      tag,
      access: access.member,
      query: claimQuery,
      answers: { 200: claimList },
      handle: async (context) => {
        const { caller, query } = context;
        const fetch = () => core.claims(readFor(caller.actor, context), query);
        const list = { subject: caller.accountId, name: 'claims', query, schema: coreClaimList, fetch };
        const known = await inOurWords(claimRefusals, () => readList(lastKnown, list));
        return { status: 200, body: await withQueued(deps, caller.accountId, query, known) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/claims/:id',
      summary: 'What happened, what happens next, who does it and until when',
      tag,
      access: access.member,
      params: claimParams,
      answers: { 200: claimDetail },
      handle: async (context) => ({
        status: 200,
        body: await readClaim(deps, readFor(context.caller.actor, context), context.params.id),
      }),
    }),
  ];
}

export function claimsRoutes(deps: ClaimsDeps): AnyRoute[] {
  return [
    ...readRoutes(deps),
    reportRoute(deps),
    ...photoRoutes(deps),
    ...photoUploadRoutes(deps),
    ...afterRoutes(deps),
    ...promiseRoutes(deps),
    ...photoLinkRoutes(deps),
  ];
}
