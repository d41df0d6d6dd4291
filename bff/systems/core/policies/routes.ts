import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { defineRoute, type AnyRoute } from '../../../http/route';
import { corePolicyDetail, corePolicyList, corePolicyQuery } from '../../../upstream/core/contract/policies';
import type { CoreDeps } from '../core-deps';
import { listPolicies } from './list-policies';
import { readPolicy } from './read-policy';

export const policyRoutes = (deps: CoreDeps): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/policies',
    summary: "The actor's policies",
    tag: 'policies',
    access: deps.access('member'),
    query: corePolicyQuery,
    answers: { 200: corePolicyList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listPolicies(deps, caller.subject, query),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/policies/:id',
    summary: 'One policy with its covers in plain words',
    tag: 'policies',
    access: deps.access('member'),
    params: z.strictObject({ id: opaqueId }),
    answers: { 200: corePolicyDetail },
    problems: { NOT_FOUND: "unknown, or not the actor's" },
    handle: async ({ caller, params }) => ({
      status: 200,
      body: await readPolicy(deps, caller.subject, params.id),
    }),
  }),
];
