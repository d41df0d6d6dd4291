import * as z from 'zod/mini';
import { pageQuery } from '../../../http/contract';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  award,
  awardRequest,
  clubPoints,
  clubPointsEntryList,
  pointsMonths,
  pointsRules,
  signInReward,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { answered } from '../requests';
import { awardPoints } from './award-points';
import { readMonths } from './read-months';
import { listEntries, readPoints } from './read-points';
import { readRules } from './read-rules';
import { signInToday } from './sign-in-today';

const earningRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/points/rules',
    summary: 'How to earn',
    tag: 'points',
    access: club.access('member'),
    answers: { 200: pointsRules },
    handle: async () => ({ status: 200, body: await readRules(club) }),
  }),
  defineRoute({
    method: 'post',
    path: '/points/sign-ins',
    summary: 'The daily sign-in, once a day of Asia/Shanghai',
    tag: 'points',
    access: club.access('member'),
    idempotency: { kind: 'natural', why: 'a day is signed in once; again tells what it brought' },
    body: noBody,
    answers: { 201: signInReward },
    problems: { MEMBER_GONE: 'merged or erased' },
    handle: async ({ caller }) => answered(201, await signInToday(club, caller.subject)),
  }),
  defineRoute({
    method: 'post',
    path: '/points/awards',
    summary: 'Points for an occasion that another system saw; each occasion once',
    tag: 'points',
    access: club.access('system', 'operator'),
    idempotency: { kind: 'natural', why: 'the occasion is the key, and stands on the transaction for good' },
    body: awardRequest,
    answers: { 201: award },
    problems: {
      MEMBER_GONE: 'merged or erased',
      IDEMPOTENCY_KEY_REUSED: 'the occasion was another member’s',
    },
    handle: async ({ body }) => answered(201, await awardPoints(club, body)),
  }),
];

export const pointsRoutes = (club: Club): AnyRoute[] => [
  ...earningRoutes(club),
  defineRoute({
    method: 'get',
    path: '/points/months',
    summary: 'Twelve months in sums, for the chart',
    tag: 'points',
    access: club.access('member'),
    answers: { 200: pointsMonths },
    handle: async ({ caller }) => ({ status: 200, body: await readMonths(club, caller.subject) }),
  }),
  defineRoute({
    method: 'get',
    path: '/points',
    summary: 'Balance and what runs out next',
    tag: 'points',
    access: club.access('member'),
    answers: { 200: clubPoints },
    handle: async ({ caller }) => ({ status: 200, body: await readPoints(club, caller.subject) }),
  }),
  defineRoute({
    method: 'get',
    path: '/points/entries',
    summary: 'Every change of the balance, newest first',
    tag: 'points',
    access: club.access('member'),
    query: z.strictObject(pageQuery),
    answers: { 200: clubPointsEntryList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listEntries(club, caller.subject, query),
    }),
  }),
];
