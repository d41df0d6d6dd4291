import * as z from 'zod/mini';
import { pageQuery } from '../../../http/contract';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  clubFriendList,
  clubReferral,
  invitationCodeAnswer,
  referralTerms,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { ownCode } from './own-code';
import { listFriends, readReferral, readTerms } from './read-referral';

const tag = 'referral';

export const referralRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/referral',
    summary: 'The own invitation code and what it brought',
    tag,
    access: club.access('member'),
    answers: { 200: clubReferral },
    problems: { MEMBER_GONE: 'merged or erased' },
    handle: async ({ caller }) => ({ status: 200, body: await readReferral(club, caller.subject) }),
  }),
  defineRoute({
    method: 'post',
    path: '/referral/code',
    summary: 'The own invitation code, made when it is first asked for',
    tag,
    access: club.access('member'),
    idempotency: { kind: 'natural', why: 'a member has one code; asking again gives the same' },
    body: noBody,
    answers: { 201: invitationCodeAnswer },
    problems: { MEMBER_GONE: 'merged or erased' },
    handle: async ({ caller }) => ({ status: 201, body: { code: await ownCode(club, caller.subject) } }),
  }),
  defineRoute({
    method: 'get',
    path: '/referral/friends',
    summary: 'Who came by the code, newest first',
    tag,
    access: club.access('member'),
    query: z.strictObject(pageQuery),
    answers: { 200: clubFriendList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listFriends(club, caller.subject, query),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/referral/terms',
    summary: 'What both get today',
    tag,
    access: club.access('member', 'system'),
    answers: { 200: referralTerms },
    handle: async () => ({ status: 200, body: await readTerms(club) }),
  }),
];
