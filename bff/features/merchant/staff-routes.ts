import type { AccessRules } from '../../http/access';
import { replayHeaders } from '../../http/idempotency';
import { defineRoute, noBody, type AnyRoute } from '../../http/route';
import { maskPhone } from '../../masking';
import { readFor, writeFor } from '../../upstream/calling';
import type { ClubClerk } from '../../upstream/club/contract';
import type { Workspace } from '../../upstream/club/workspace';
import { inOurWords } from '../../upstream/refusal-words';
import {
  clerkAnswer,
  clerkChange,
  clerkInvitation,
  clerkList,
  clerkParams,
  deviceList,
  deviceParams,
  devicesEnded,
  type Clerk,
} from './contract';
import { workspaceRefusals } from './refusals';
import { endDevice, endDevicesOf, listDevices, type StaffDevicesDeps } from './staff-devices';

export interface StaffDeps extends StaffDevicesDeps {
  access: Pick<AccessRules, 'counter'>;
  workspace: Workspace;
}

const tag = 'merchant staff';
const once = { kind: 'natural', why: 'It says how things are to be, so saying it twice is once.' } as const;
const notYours = { NOT_FOUND: 'Nobody of this merchant, or the caller is not the owner.' };

function shownClerk({ phone, memberId, ...clerk }: ClubClerk): Clerk {
  return { ...clerk, phoneMasked: maskPhone(phone), joined: memberId !== null };
}

function clerkRoutes({ access, workspace }: StaffDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/merchant/clerks',
      summary: 'The staff: all of it to the owner, that of the own stores to a manager, oneself to a clerk',
      tag,
      access: access.counter,
      answers: { 200: clerkList },
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const clerks = await inOurWords(workspaceRefusals, () => workspace.clerks(by));
        return { status: 200, body: { items: clerks.map(shownClerk), nextCursor: null } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/merchant/clerks',
      summary: 'Invite somebody by phone; whoever signs in with it stands at the counter (owner)',
      tag,
      access: access.counter,
      idempotency: { kind: 'forwarded' },
      body: clerkInvitation,
      answers: { 201: clerkAnswer },
      problems: { ...notYours, CLERK_ALREADY_THERE: 'The phone works here or elsewhere.' },
      handle: async (context) => {
        const by = writeFor(context.caller.counterActor, context);
        const done = await inOurWords(workspaceRefusals, () => workspace.inviteClerk(by, context.body));
        const body = { clerk: shownClerk(done.body) };
        return { status: 201, body, headers: replayHeaders(done.replayed) };
      },
    }),
    defineRoute({
      method: 'patch',
      path: '/merchant/clerks/:id',
      summary: 'Another name, role or other stores (owner)',
      tag,
      access: access.counter,
      idempotency: once,
      params: clerkParams,
      body: clerkChange,
      answers: { 200: clerkAnswer },
      problems: { ...notYours, OWNER_STAYS: 'An owner is changed by the operator.' },
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const { params, body } = context;
        const clerk = await inOurWords(workspaceRefusals, () => workspace.changeClerk(by, params.id, body));
        return { status: 200, body: { clerk: shownClerk(clerk) } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/merchant/clerks/:id',
      summary: 'Somebody leaves; the rights at the counter end at once (owner)',
      tag,
      access: access.counter,
      idempotency: once,
      params: clerkParams,
      body: noBody,
      answers: { 204: null },
      problems: { ...notYours, OWNER_STAYS: 'An owner is changed by the operator.' },
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        await inOurWords(workspaceRefusals, () => workspace.removeClerk(by, context.params.id));
        return { status: 204 };
      },
    }),
  ];
}

function deviceRoutes(deps: StaffDeps): AnyRoute[] {
  const { access } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/merchant/devices',
      summary:
        'Phones and browsers the staff is signed in with: of everybody to the owner, the own ones to a clerk',
      tag,
      access: access.counter,
      answers: { 200: deviceList },
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const items = await inOurWords(workspaceRefusals, () =>
          listDevices(deps, by, context.caller.sessionId),
        );
        return { status: 200, body: { items, nextCursor: null } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/merchant/devices/:id',
      summary: 'A phone was lost: end its session and with it its rights at the counter',
      tag,
      access: access.counter,
      idempotency: { kind: 'natural', why: 'A session ends once.' },
      params: deviceParams,
      body: noBody,
      answers: { 204: null },
      problems: { NOT_FOUND: 'Not a device of this staff, or ended before.' },
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        await inOurWords(workspaceRefusals, () => endDevice(deps, by, context.params.id));
        return { status: 204 };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/merchant/clerks/:id/devices',
      summary: 'End all devices of one person',
      tag,
      access: access.counter,
      idempotency: { kind: 'natural', why: 'A session ends once.' },
      params: clerkParams,
      body: noBody,
      answers: { 200: devicesEnded },
      problems: notYours,
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const ended = await inOurWords(workspaceRefusals, () => endDevicesOf(deps, by, context.params.id));
        return { status: 200, body: { ended } };
      },
    }),
  ];
}

export function staffRoutes(deps: StaffDeps): AnyRoute[] {
  return [...clerkRoutes(deps), ...deviceRoutes(deps)];
}
