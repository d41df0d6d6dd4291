import * as z from 'zod/mini';
import { pageQuery } from '../../../http/contract';
import { defineRoute, type AnyRoute } from '../../../http/route';
import { clubPoints, clubPointsEntryList } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { listEntries, readPoints } from './read-points';

export const pointsRoutes = (club: Club): AnyRoute[] => [
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
