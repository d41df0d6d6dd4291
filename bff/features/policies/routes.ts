import type { AccessRules } from '../../http/access';
import { DIGEST_HEADER, digestOf } from '../../http/representation-digest';
import { defineRoute, type AnyRoute } from '../../http/route';
import type { LastKnown } from '../../last-known/last-known';
import { readList } from '../../last-known/read-list';
import { readFor } from '../../upstream/calling';
import type { Core } from '../../upstream/core/client';
import { inOurWords } from '../../upstream/refusal-words';
import {
  policyDetail,
  policyList,
  policyParams,
  policyQuery,
  workedExample,
  workedExampleQuery,
} from './contract';
import { policyRefusals } from './refusals';
import { readPolicy } from './read-policy';

export interface PoliciesDeps {
  access: Pick<AccessRules, 'member'>;
  core: Pick<Core, 'policies' | 'policy' | 'workedExample' | 'policyDocument'>;
  lastKnown: LastKnown;
}

export function policiesRoutes({ access, core, lastKnown }: PoliciesDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/policies',
      summary: 'Policies linked to the verified identity',
      tag: 'policies',
      access: access.member,
      query: policyQuery,
      answers: { 200: policyList },
      handle: async (context) => {
        const { caller, query } = context;
        const fetch = () => core.policies(readFor(caller.actor, context), query);
        const list = { subject: caller.accountId, name: 'policies', query, schema: policyList, fetch };
        return { status: 200, body: await inOurWords(policyRefusals, () => readList(lastKnown, list)) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/policies/:id',
      summary: 'One policy in plain words',
      tag: 'policies',
      access: access.member,
      params: policyParams,
      answers: { 200: policyDetail },
      problems: { NOT_FOUND: 'No such policy, or not linked to the caller.' },
      handle: async (context) => ({
        status: 200,
        body: await readPolicy(
          { core, lastKnown },
          readFor(context.caller.actor, context),
          context.params.id,
        ),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/policies/:id/worked-example',
      summary: 'Who would pay what of an accident that one makes up, with the sums of this policy',
      tag: 'policies',
      access: access.member,
      params: policyParams,
      query: workedExampleQuery,
      answers: { 200: workedExample },
      problems: { NOT_FOUND: 'No such policy.', NEVER_IN_FORCE: 'Cancelled before it began.' },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        const { id } = context.params;
        const work = () => core.workedExample(by, id, context.query);
        return { status: 200, body: await inOurWords(policyRefusals, work) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/policies/:id/document',
      summary: "The insurer's signed e-policy, byte for byte",
      tag: 'policies',
      access: access.member,
      params: policyParams,
      answers: { 200: null },
      mediaType: 'application/pdf',
      problems: { NOT_FOUND: 'No such policy.' },
      // Not kept for an outage: a file that may have been replaced since must not pass for the present one.
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        const { id } = context.params;
        const { bytes } = await inOurWords(policyRefusals, () => core.policyDocument(by, id));
        const headers = {
          'Content-Disposition': 'attachment; filename="e-policy.pdf"',
          [DIGEST_HEADER]: digestOf(bytes),
        };
        return { status: 200, body: bytes, headers };
      },
    }),
  ];
}
