import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  clubClerkAnswer,
  clubClerkChange,
  clubClerkInvitation,
  clubClerkList,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { readCounterActor, readOwner } from '../counter/counter-actor';
import { answered } from '../requests';
import { changeClerk, inviteClerk, listStaff, removeClerk } from './staff';

const byId = z.strictObject({ id: opaqueId });
const tag = 'staff';

export const staffRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/merchant/clerks',
    summary: 'The staff: all of it to the owner, that of the own stores to a manager, oneself to a clerk',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    answers: { 200: clubClerkList },
    handle: async ({ caller }) => {
      const items = await listStaff(club, await readCounterActor(club, caller));
      return { status: 200, body: { items, nextCursor: null } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/merchant/clerks',
    summary: 'Invite somebody by phone',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    idempotency: { kind: 'forwarded' },
    body: clubClerkInvitation,
    answers: { 201: clubClerkAnswer },
    problems: { CLERK_ALREADY_THERE: 'the phone works here or elsewhere' },
    handle: async ({ caller, body, idempotencyKey }) => {
      const owner = await readOwner(club, caller);
      const done = await inviteClerk(club, owner, { key: idempotencyKey, wanted: body });
      return answered(201, { body: { clerk: done.body }, replayed: done.replayed });
    },
  }),
  defineRoute({
    method: 'patch',
    path: '/merchant/clerks/:id',
    summary: 'Another name, role or other stores',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    idempotency: { kind: 'natural', why: 'it says how things are to be, so twice is once' },
    params: byId,
    body: clubClerkChange,
    answers: { 200: clubClerkAnswer },
    problems: { OWNER_STAYS: 'an owner is changed by the operator' },
    handle: async ({ caller, params, body }) => {
      const owner = await readOwner(club, caller);
      const clerk = await changeClerk(club, owner, { clerkId: params.id, change: body });
      return { status: 200, body: { clerk } };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/merchant/clerks/:id',
    summary: 'Somebody leaves; the rights at the counter end at once',
    tag,
    access: club.access('clerk', 'merchantOwner'),
    idempotency: { kind: 'natural', why: 'somebody leaves once' },
    params: byId,
    body: noBody,
    answers: { 204: null },
    problems: { OWNER_STAYS: 'an owner is changed by the operator' },
    handle: async ({ caller, params }) => {
      await removeClerk(club, await readOwner(club, caller), params.id);
      return { status: 204 };
    },
  }),
];
