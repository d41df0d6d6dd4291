import type { AccessRules } from '../../http/access';
import { defineRoute, noBody, type AnyRoute } from '../../http/route';
import { readFor } from '../../upstream/calling';
import type { Workspace } from '../../upstream/club/workspace';
import { inOurWords } from '../../upstream/refusal-words';
import {
  merchantStoreAnswer,
  merchantStoreList,
  merchantStoreParams,
  openingHoursRequest,
  specialDayParams,
  specialDayRequest,
  suspensionRequest,
} from './contract';
import { workspaceRefusals } from './refusals';

export interface OwnStoreDeps {
  access: Pick<AccessRules, 'counter'>;
  workspace: Workspace;
}

const tag = 'merchant stores';
const absolute = {
  kind: 'natural',
  why: 'It says how things are to be, so saying it twice is saying it once.',
} as const;
const notYours = { NOT_FOUND: 'Not the caller’s store, or the caller is not the owner.' };

function hoursRoutes({ access, workspace }: OwnStoreDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/merchant/stores',
      summary: 'The own stores: hours, days that differ, services and what they bring, suspension',
      tag,
      access: access.counter,
      answers: { 200: merchantStoreList },
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        return { status: 200, body: await inOurWords(workspaceRefusals, () => workspace.stores(by)) };
      },
    }),
    defineRoute({
      method: 'put',
      path: '/merchant/stores/:id/opening-hours',
      summary: 'The week’s opening hours (owner)',
      tag,
      access: access.counter,
      idempotency: absolute,
      params: merchantStoreParams,
      body: openingHoursRequest,
      answers: { 200: merchantStoreAnswer },
      problems: notYours,
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const { params, body } = context;
        const store = await inOurWords(workspaceRefusals, () => workspace.setHours(by, params.id, body));
        return { status: 200, body: { store } };
      },
    }),
    defineRoute({
      method: 'put',
      path: '/merchant/stores/:id/special-days/:date',
      summary: 'A day that differs from the week, e.g. a holiday; without hours it is closed (owner)',
      tag,
      access: access.counter,
      idempotency: absolute,
      params: specialDayParams,
      body: specialDayRequest,
      answers: { 200: merchantStoreAnswer },
      problems: notYours,
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const day = { storeId: context.params.id, date: context.params.date };
        const store = await inOurWords(workspaceRefusals, () =>
          workspace.setSpecialDay(by, day, context.body),
        );
        return { status: 200, body: { store } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/merchant/stores/:id/special-days/:date',
      summary: 'The day is like its week again (owner)',
      tag,
      access: access.counter,
      idempotency: absolute,
      params: specialDayParams,
      body: noBody,
      answers: { 200: merchantStoreAnswer },
      problems: notYours,
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const day = { storeId: context.params.id, date: context.params.date };
        const store = await inOurWords(workspaceRefusals, () => workspace.clearSpecialDay(by, day));
        return { status: 200, body: { store } };
      },
    }),
  ];
}

export function ownStoreRoutes(deps: OwnStoreDeps): AnyRoute[] {
  const { access, workspace } = deps;
  return [
    ...hoursRoutes(deps),
    defineRoute({
      method: 'put',
      path: '/merchant/stores/:id/suspension',
      summary: 'Stop an own store at once: nothing can be redeemed there (owner)',
      tag,
      access: access.counter,
      idempotency: absolute,
      params: merchantStoreParams,
      body: suspensionRequest,
      answers: { 200: merchantStoreAnswer },
      problems: notYours,
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const { params, body } = context;
        const store = await inOurWords(workspaceRefusals, () => workspace.suspend(by, params.id, body));
        return { status: 200, body: { store } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/merchant/stores/:id/suspension',
      summary: 'Let an own store serve again (owner)',
      tag,
      access: access.counter,
      idempotency: absolute,
      params: merchantStoreParams,
      body: noBody,
      answers: { 200: merchantStoreAnswer },
      problems: { ...notYours, SUSPENDED_BY_OPERATOR: 'Only the operator lifts it.' },
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const store = await inOurWords(workspaceRefusals, () => workspace.resume(by, context.params.id));
        return { status: 200, body: { store } };
      },
    }),
  ];
}
