import * as z from 'zod/mini';
import { localDate, opaqueId } from '../../../http/contract';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  clubMerchantList,
  clubMerchantQuery,
  clubStoreList,
  clubStoreQuery,
  merchantStoreAnswer,
  merchantStoreList,
  openingHoursRequest,
  specialDayRequest,
  suspensionRequest,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { readCounterActor, readOwner } from '../counter/counter-actor';
import { readOperator } from './operator';
import {
  clearSpecialDay,
  listOwnStores,
  resumeAsOperator,
  resumeOwn,
  setOpeningHours,
  setSpecialDay,
  suspendAsOperator,
  suspendOwn,
} from './own-stores';
import { listMerchants } from './read-merchants';
import { staffRoutes } from './staff-routes';
import { listStores } from './stores';

const byId = z.strictObject({ id: opaqueId });
const byDay = z.strictObject({ id: opaqueId, date: localDate });
const tag = 'own stores';
const absolute = { kind: 'natural', why: 'it says how things are to be, so twice is once' } as const;

const hoursRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/merchant/stores',
    summary: 'The own stores: hours, days that differ, services, suspension',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    answers: { 200: merchantStoreList },
    handle: async ({ caller }) => {
      const { storeIds } = await readCounterActor(club, caller);
      return { status: 200, body: { items: await listOwnStores(club, storeIds), nextCursor: null } };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/merchant/stores/:id/opening-hours',
    summary: 'The week’s hours',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    idempotency: absolute,
    params: byId,
    body: openingHoursRequest,
    answers: { 200: merchantStoreAnswer },
    handle: async ({ caller, params, body }) => {
      const owner = await readOwner(club, caller);
      const store = await setOpeningHours(club, owner, { storeId: params.id, hours: body });
      return { status: 200, body: { store } };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/merchant/stores/:id/special-days/:date',
    summary: 'A day that differs from the week; without hours it is closed',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    idempotency: absolute,
    params: byDay,
    body: specialDayRequest,
    answers: { 200: merchantStoreAnswer },
    handle: async ({ caller, params, body }) => {
      const owner = await readOwner(club, caller);
      const store = await setSpecialDay(club, owner, { storeId: params.id, date: params.date, day: body });
      return { status: 200, body: { store } };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/merchant/stores/:id/special-days/:date',
    summary: 'The day is like its week again',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    idempotency: absolute,
    params: byDay,
    body: noBody,
    answers: { 200: merchantStoreAnswer },
    handle: async ({ caller, params }) => {
      const owner = await readOwner(club, caller);
      const store = await clearSpecialDay(club, owner, { storeId: params.id, date: params.date });
      return { status: 200, body: { store } };
    },
  }),
];

const suspensionRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'put',
    path: '/merchant/stores/:id/suspension',
    summary: 'Stop an own store at once',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    idempotency: absolute,
    params: byId,
    body: suspensionRequest,
    answers: { 200: merchantStoreAnswer },
    handle: async ({ caller, params, body }) => {
      const owner = await readOwner(club, caller);
      const store = await suspendOwn(club, owner, { storeId: params.id, reason: body.reason });
      return { status: 200, body: { store } };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/merchant/stores/:id/suspension',
    summary: 'Let an own store serve again',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    idempotency: absolute,
    params: byId,
    body: noBody,
    answers: { 200: merchantStoreAnswer },
    problems: { SUSPENDED_BY_OPERATOR: 'only the operator lifts it' },
    handle: async ({ caller, params }) => {
      const store = await resumeOwn(club, await readOwner(club, caller), params.id);
      return { status: 200, body: { store } };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/stores/:id/suspension',
    summary: 'Stop a store of the branch at once',
    tag: 'network (operators)',
    access: club.access('operator'),
    idempotency: absolute,
    params: byId,
    body: suspensionRequest,
    answers: { 200: merchantStoreAnswer },
    handle: async ({ caller, params, body }) => {
      const operator = await readOperator(club, caller);
      const store = await suspendAsOperator(club, operator, { storeId: params.id, reason: body.reason });
      return { status: 200, body: { store } };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/stores/:id/suspension',
    summary: 'Let a store of the branch serve again',
    tag: 'network (operators)',
    access: club.access('operator'),
    idempotency: absolute,
    params: byId,
    body: noBody,
    answers: { 200: merchantStoreAnswer },
    handle: async ({ caller, params }) => {
      const store = await resumeAsOperator(club, await readOperator(club, caller), params.id);
      return { status: 200, body: { store } };
    },
  }),
];

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
  defineRoute({
    method: 'get',
    path: '/merchants',
    summary: 'Merchants of the operator’s branch, with what they are owed and not yet billed',
    tag: 'network (operators)',
    access: club.access('operator'),
    query: clubMerchantQuery,
    answers: { 200: clubMerchantList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listMerchants(club, await readOperator(club, caller), query),
    }),
  }),
  ...hoursRoutes(club),
  ...suspensionRoutes(club),
  ...staffRoutes(club),
];
