import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { noBody, defineRoute, type AnyRoute } from '../../../http/route';
import {
  clubIdentityAnswer,
  clubIdentityRequest,
  clubMember,
  clubPersonalData,
  clubVehicle,
  clubVehicleList,
  clubVehicleRequest,
  phoneBindingAnswer,
  phoneBindingRequest,
  preferencesRequest,
  signInAnswer,
  signInRequest,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { answered } from '../requests';
import { bindIdentity } from './bind-identity';
import { bindPhone } from './bind-phone';
import { eraseMember } from './erase-member';
import { readMember } from './member-view';
import { readPersonalData } from './personal-data';
import { changePreferences } from './preferences';
import { signIn } from './sign-in';
import { addVehicle, listVehicles, readVehicle, removeVehicle } from './vehicles';

const byId = z.strictObject({ id: opaqueId });

const entryRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'post',
    path: '/members/sign-ins',
    summary: 'Find or create the member of a proven phone or WeChat account',
    tag: 'members',
    access: club.access('system'),
    idempotency: { kind: 'natural', why: 'a phone and an openid have one member, decided by a unique key' },
    body: signInRequest,
    answers: { 200: signInAnswer },
    handle: async ({ body }) => ({ status: 200, body: await signIn(club, body) }),
  }),
  defineRoute({
    method: 'post',
    path: '/members/phone-bindings',
    summary: 'Bind a proven phone to a WeChat-only member; may merge two members',
    tag: 'members',
    access: club.access('member'),
    idempotency: { kind: 'natural', why: 'binding the phone a member already has changes nothing' },
    body: phoneBindingRequest,
    answers: { 200: phoneBindingAnswer },
    problems: {
      PHONE_ALREADY_BOUND: 'the member has another phone',
      MERGE_NEEDS_REVIEW: 'both members have an identity',
      MEMBER_GONE: 'merged earlier',
    },
    handle: async ({ caller, body }) => ({
      status: 200,
      body: await bindPhone(club, { memberId: caller.subject, phone: body.phone }),
    }),
  }),
];

const selfRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/members/me',
    summary: 'The member with roles and stores',
    tag: 'members',
    access: club.access('member'),
    answers: { 200: clubMember },
    problems: { MEMBER_GONE: 'merged into another member' },
    handle: async ({ caller }) => ({ status: 200, body: await readMember(club, club.pool, caller.subject) }),
  }),
  defineRoute({
    method: 'get',
    path: '/members/me/personal-data',
    summary: 'Everything held about who the member is, for the member’s own copy',
    tag: 'members',
    access: club.access('member'),
    answers: { 200: clubPersonalData },
    problems: { MEMBER_GONE: 'merged or erased' },
    handle: async ({ caller }) => ({ status: 200, body: await readPersonalData(club, caller.subject) }),
  }),
  defineRoute({
    method: 'delete',
    path: '/members/:id',
    summary: 'Forget a member (删除账号): whatever names the person goes, figures stay',
    tag: 'members',
    access: club.access('system'),
    idempotency: { kind: 'natural', why: 'who is forgotten stays forgotten' },
    params: byId,
    body: noBody,
    answers: { 204: null },
    handle: async ({ params }) => {
      await eraseMember(club, params.id);
      return { status: 204 };
    },
  }),
  defineRoute({
    method: 'patch',
    path: '/members/me/preferences',
    summary: 'Theme and elder mode',
    tag: 'members',
    access: club.access('member'),
    idempotency: { kind: 'natural', why: 'the values are set, not added' },
    body: preferencesRequest,
    answers: { 200: clubMember },
    handle: async ({ caller, body }) => ({
      status: 200,
      body: await changePreferences(club, caller.subject, body),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/members/identity',
    summary: 'Write a verified identity: senior at once',
    tag: 'members',
    access: club.access('member'),
    idempotency: { kind: 'forwarded' },
    body: clubIdentityRequest,
    answers: { 200: clubIdentityAnswer },
    problems: {
      IDENTITY_ALREADY_BOUND: 'the member has another identity',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for something else',
    },
    handle: async ({ caller, body, idempotencyKey }) =>
      answered(
        200,
        await bindIdentity(club, { memberId: caller.subject, key: idempotencyKey, claimed: body }),
      ),
  }),
];

const vehicleRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/vehicles',
    summary: 'Own vehicles',
    tag: 'vehicles',
    access: club.access('member'),
    answers: { 200: clubVehicleList },
    handle: async ({ caller }) => ({
      status: 200,
      body: { items: await listVehicles(club, caller.subject), nextCursor: null },
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/vehicles/:id',
    summary: 'One own vehicle',
    tag: 'vehicles',
    access: club.access('member'),
    params: byId,
    answers: { 200: clubVehicle },
    handle: async ({ caller, params }) => ({
      status: 200,
      body: await readVehicle(club, caller.subject, params.id),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/vehicles',
    summary: 'Add an own vehicle',
    tag: 'vehicles',
    access: club.access('member'),
    idempotency: { kind: 'forwarded' },
    body: clubVehicleRequest,
    answers: { 201: clubVehicle },
    problems: {
      VEHICLE_EXISTS: 'the plate is there already',
      TOO_MANY_VEHICLES: 'ten are enough',
      IDEMPOTENCY_KEY_REUSED: 'the key stands for another vehicle',
    },
    handle: async ({ caller, body, idempotencyKey }) =>
      answered(201, await addVehicle(club, { memberId: caller.subject, key: idempotencyKey, wanted: body })),
  }),
  defineRoute({
    method: 'delete',
    path: '/vehicles/:id',
    summary: 'Remove an own vehicle',
    tag: 'vehicles',
    access: club.access('member'),
    idempotency: { kind: 'natural', why: 'removing it twice is fine' },
    params: byId,
    body: noBody,
    answers: { 204: null },
    handle: async ({ caller, params }) => {
      await removeVehicle(club, caller.subject, params.id);
      return { status: 204 };
    },
  }),
];

export const peopleRoutes = (club: Club): AnyRoute[] => [
  ...entryRoutes(club),
  ...selfRoutes(club),
  ...vehicleRoutes(club),
];
