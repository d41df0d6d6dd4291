import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { notFound } from '../../../http/problem';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  identityLinkAnswer,
  identityLinkRequest,
  phoneCheckAnswer,
  phoneCheckRequest,
  successorRequest,
} from '../../../upstream/core/contract/identity';
import type { CoreDeps } from '../core-deps';
import { checkPhone } from './check-phone';
import { forgetIdentity, linkIdentity, moveSubject } from './link-identity';

export const identityRoutes = (deps: CoreDeps): AnyRoute[] => [
  defineRoute({
    method: 'put',
    path: '/identity-links',
    summary: 'Link a verified identity to every customer with the same name and ID number',
    tag: 'identity',
    access: deps.access('member', 'system'),
    idempotency: { kind: 'natural', why: 'the links are a set; linking again adds nothing' },
    body: identityLinkRequest,
    answers: { 200: identityLinkAnswer },
    problems: { NOT_FOUND: 'a member may link nobody but itself' },
    handle: async ({ caller, body }) => {
      if (caller.role === 'member' && caller.subject !== body.subject) throw notFound();
      return { status: 200, body: await linkIdentity(deps, body) };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/identity-links/:subject',
    summary: 'Forget who a subject is (merge, deletion)',
    tag: 'identity',
    access: deps.access('system'),
    idempotency: { kind: 'natural', why: 'what is gone stays gone' },
    params: z.strictObject({ subject: opaqueId }),
    body: noBody,
    answers: { 204: null },
    handle: async ({ params }) => {
      await forgetIdentity(deps.pool, params.subject);
      return { status: 204 };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/identity-links/:subject/successor',
    summary: 'After a merge: reports of the one become the other’s',
    tag: 'identity',
    access: deps.access('system'),
    idempotency: { kind: 'natural', why: 'what has moved is not there to move again' },
    params: z.strictObject({ subject: opaqueId }),
    body: successorRequest,
    answers: { 204: null },
    handle: async ({ params, body }) => {
      await moveSubject(deps.pool, { from: params.subject, into: body.successor });
      return { status: 204 };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/phone-checks',
    summary: 'On how many customers a phone number stands',
    tag: 'identity',
    access: deps.access('system'),
    idempotency: {
      kind: 'natural',
      why: 'it only counts; a POST because a phone number must not stand in an address',
    },
    body: phoneCheckRequest,
    answers: { 200: phoneCheckAnswer },
    handle: async ({ body }) => ({ status: 200, body: await checkPhone(deps, body.phone) }),
  }),
];
