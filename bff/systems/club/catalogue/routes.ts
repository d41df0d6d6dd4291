import * as z from 'zod/mini';
import { pageQuery } from '../../../http/contract';
import { defineRoute, type AnyRoute } from '../../../http/route';
import { serviceList } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { listServices } from './read-services';

export const catalogueRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/services',
    summary: 'The catalogue: what each service promises, limits and leaves out',
    tag: 'services',
    access: club.access('member', 'clerk', 'merchantOwner', 'operator'),
    query: z.strictObject(pageQuery),
    answers: { 200: serviceList },
    handle: async ({ query }) => ({ status: 200, body: await listServices(club, query) }),
  }),
];
