import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { Problem } from '../../../http/problem';
import { DIGEST_HEADER, digestOf } from '../../../http/representation-digest';
import { defineRoute, type AnyRoute } from '../../../http/route';
import { corePolicyDetail, corePolicyList, corePolicyQuery } from '../../../upstream/core/contract/policies';
import type { CoreDeps } from '../core-deps';
import {
  workedExample as workedExampleAnswer,
  workedExampleQuery,
} from '../../../upstream/core/contract/worked-example';
import { listPolicies } from './list-policies';
import { policyDocument } from './policy-document';
import { readPolicy } from './read-policy';
import { workedExample } from './worked-example';

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
  defineRoute({
    method: 'get',
    path: '/policies/:id/worked-example',
    summary: 'Who would pay what of a made-up accident',
    tag: 'policies',
    access: deps.access('member'),
    params: z.strictObject({ id: opaqueId }),
    query: workedExampleQuery,
    answers: { 200: workedExampleAnswer },
    problems: { NOT_FOUND: "unknown, or not the actor's", NEVER_IN_FORCE: 'cancelled before it began' },
    handle: async ({ caller, params: { id }, query }) => {
      const body = await workedExample(deps, caller.subject, { policyId: id, query });
      if (!body) throw new Problem(409, 'NEVER_IN_FORCE', '这份保单没有生效过，没有可以算的');
      return { status: 200, body };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/policies/:id/document',
    summary: 'The e-policy as PDF',
    tag: 'policies',
    access: deps.access('member'),
    params: z.strictObject({ id: opaqueId }),
    answers: { 200: null },
    mediaType: 'application/pdf',
    problems: { NOT_FOUND: "unknown, or not the actor's" },
    handle: async ({ caller, params: { id } }) => {
      const body = await policyDocument(deps, caller.subject, id);
      return { status: 200, body, headers: { [DIGEST_HEADER]: digestOf(body) } };
    },
  }),
];
