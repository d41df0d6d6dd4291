import { defineRoute, type AnyRoute } from '../../../http/route';
import { clubStoreList, clubStoreQuery } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { listStores } from './stores';

export const networkRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/stores',
    summary: 'Partner shops, nearest first where a position is given',
    tag: 'stores',
    access: club.access('member', 'clerk', 'merchantOwner', 'system'),
    query: clubStoreQuery,
    answers: { 200: clubStoreList },
    handle: async ({ query }) => ({ status: 200, body: await listStores(club, query) }),
  }),
];
