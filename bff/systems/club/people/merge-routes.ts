import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  clubMergeList,
  memberNow,
  numbersMergeRequest,
  phoneBindingAnswer,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { answered } from '../requests';
import { mergeByNumbers } from './merge-by-numbers';
import { mergesToTell, mergeTold, whoIsNow } from './merges-to-tell';

const byId = z.strictObject({ id: opaqueId });

export const mergeRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'post',
    path: '/members/merges',
    summary: 'One person, two numbers, both confirmed: the other account becomes part of this one',
    tag: 'members',
    access: club.access('member'),
    idempotency: { kind: 'forwarded' },
    body: numbersMergeRequest,
    answers: { 200: phoneBindingAnswer },
    problems: {
      MERGE_NOT_OFFERED: 'the review was answered, or the number is not the holder’s',
      IDENTITY_ALREADY_BOUND: 'the member has another identity meanwhile',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for something else',
    },
    handle: async ({ caller, body, idempotencyKey }) =>
      answered(
        200,
        await mergeByNumbers(club, { memberId: caller.subject, key: idempotencyKey, wanted: body }),
      ),
  }),
  defineRoute({
    method: 'get',
    path: '/member-merges',
    summary: 'Merges that were not told yet, oldest first',
    tag: 'members',
    access: club.access('system'),
    answers: { 200: clubMergeList },
    handle: async () => ({ status: 200, body: { items: await mergesToTell(club) } }),
  }),
  defineRoute({
    method: 'get',
    path: '/members/:id/now',
    summary: 'Who a member is after all merges so far',
    tag: 'members',
    access: club.access('system'),
    params: byId,
    answers: { 200: memberNow },
    handle: async ({ params }) => ({ status: 200, body: { id: await whoIsNow(club, params.id) } }),
  }),
  defineRoute({
    method: 'delete',
    path: '/member-merges/:id',
    summary: 'This one has been told',
    tag: 'members',
    access: club.access('system'),
    idempotency: { kind: 'natural', why: 'what was told stays told' },
    params: byId,
    body: noBody,
    answers: { 204: null },
    handle: async ({ params }) => {
      await mergeTold(club, params.id);
      return { status: 204 };
    },
  }),
];
