import type { AccessRules } from '../../http/access';
import { recordScope, replayHeaders, type RecordedWrites } from '../../http/idempotency';
import { defineRoute, type AnyRoute } from '../../http/route';
import type { RefreshCookie } from '../../http/sessions/refresh-cookie';
import { readFor } from '../../upstream/calling';
import type { Members } from '../../upstream/club/members';
import type { AccountDeletions } from './account-deletions';
import { accountOf, reviewOf } from './account-view';
import type { ConsentRecords } from './consent-records';
import { account, consent, consentList, consentQuery, consentRequest, preferencesPatch } from './contract';
import { identityRequest, identityReviewAnswer, identityStatus } from './contract/identity';
import type { KnownMember } from './known-member';
import { readMergeOffer } from './merge-offer';
import { submitIdentity, type SubmitIdentityDeps } from './submit-identity';

export interface MeDeps {
  access: AccessRules;
  members: Members;
  knownMember: KnownMember;
  consents: ConsentRecords;
  cookie: Pick<RefreshCookie, 'clientOf'>;
  recorded: RecordedWrites;
  identity: SubmitIdentityDeps;
  deletions: Pick<AccountDeletions, 'current'>;
}

const tag = 'account';
const LONGEST_PAGE = 100;

function personRoutes({ access, members, knownMember }: MeDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/me',
      summary: 'The signed-in person',
      tag,
      access: access.account,
      answers: { 200: account },
      async handle({ caller, ...context }) {
        return { status: 200, body: await knownMember.readAccount(readFor(caller.actor, context)) };
      },
    }),
    defineRoute({
      method: 'patch',
      path: '/me/preferences',
      summary: 'Theme and elder mode (大字版)',
      tag,
      access: access.account,
      idempotency: { kind: 'natural', why: 'values are set, not added' },
      body: preferencesPatch,
      answers: { 200: account },
      async handle({ caller, body, requestId }) {
        const member = await members.setPreferences({ actor: caller.actor, requestId }, body);
        knownMember.keep(member);
        return { status: 200, body: accountOf(member) };
      },
    }),
  ];
}

function consentRoutes({ access, consents, recorded, cookie }: MeDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/me/consents',
      summary: 'What the person agreed to and took back, newest first',
      tag,
      access: access.account,
      query: consentQuery,
      answers: { 200: consentList },
      async handle({ caller, query }) {
        const { limit = LONGEST_PAGE, cursor } = query;
        return { status: 200, body: await consents.list(caller.accountId, { limit, cursor }) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/me/consents',
      summary: 'Agree, or take it back; the answer is the receipt',
      tag,
      access: access.account,
      idempotency: { kind: 'recorded' },
      body: consentRequest,
      answers: { 201: consent },
      async handle({ caller, body, idempotencyKey, request }) {
        const client = cookie.clientOf(request);
        const scope = recordScope(caller.accountId, 'POST /me/consents');
        return recorded.run({ scope, key: idempotencyKey, input: body }, async (transaction) => ({
          status: 201,
          body: await consents.append(transaction, caller.accountId, { ...body, client }),
        }));
      },
    }),
  ];
}

function identityRoutes({ access, members, knownMember, identity, deletions }: MeDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/me/identity',
      summary: 'Whether the identity is verified, and the latest review (人工核验)',
      tag,
      access: access.account,
      answers: { 200: identityStatus },
      async handle({ caller, ...context }) {
        const by = readFor(caller.actor, context);
        const [{ value }, review] = await Promise.all([knownMember.read(by), members.latestReview(by)]);
        const { identityVerified } = value;
        const merge = await readMergeOffer(deletions, value, review);
        return {
          status: 200,
          body: { identityVerified, review: review && reviewOf(review), ...(merge ? { merge } : {}) },
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/me/identity',
      summary: 'Prove who one is: a person or a company (完善信息)',
      tag,
      access: access.member,
      idempotency: { kind: 'forwarded' },
      body: identityRequest,
      answers: { 200: account, 202: identityReviewAnswer },
      problems: {
        IDENTITY_ALREADY_BOUND: 'verified before with another ID',
        TOO_MANY_REQUESTS: 'five checks a day',
      },
      async handle({ caller, body, requestId, idempotencyKey }) {
        const outcome = await submitIdentity(identity, body, { caller, requestId, idempotencyKey });
        const headers = replayHeaders(outcome.replayed);
        return outcome.kind === 'verified'
          ? { status: 200, body: accountOf(outcome.member), headers }
          : { status: 202, body: { review: reviewOf(outcome.review) }, headers };
      },
    }),
  ];
}

export function meRoutes(deps: MeDeps): AnyRoute[] {
  return [...personRoutes(deps), ...consentRoutes(deps), ...identityRoutes(deps)];
}
