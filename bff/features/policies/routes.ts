import type { AccessRules } from '../../http/access';
import { defineRoute, type AnyRoute } from '../../http/route';
import type { LastKnown } from '../../last-known/last-known';
import { readList } from '../../last-known/read-list';
import { readFor } from '../../upstream/calling';
import type { Core } from '../../upstream/core/client';
import { inOurWords } from '../../upstream/refusal-words';
import { policyDetail, policyList, policyParams, policyQuery } from './contract';
import { policyRefusals } from './refusals';
import { readPolicy } from './read-policy';

export interface PoliciesDeps {
  access: Pick<AccessRules, 'member'>;
  core: Pick<Core, 'policies' | 'policy'>;
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
  ];
}
