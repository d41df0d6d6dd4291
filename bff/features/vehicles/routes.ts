import { replayHeaders } from '../../http/idempotency';
import { defineRoute, noBody, type AnyRoute } from '../../http/route';
import { readList } from '../../last-known/read-list';
import { readFor, writeFor } from '../../upstream/calling';
import { clubVehicleList } from '../../upstream/club/contract';
import { inOurWords } from '../../upstream/refusal-words';
import { addVehicle } from './add-vehicle';
import { vehicle, vehicleList, vehicleParams, vehicleRequest, violationReport } from './contract';
import { findViolations } from './find-violations';
import { vehicleRefusals } from './refusals';
import { shownVehicle } from './vehicle';
import { vehicleWhat, violationsWhat, type VehiclesDeps } from './vehicles-deps';

const tag = 'vehicles';

function readRoutes(deps: VehiclesDeps): AnyRoute[] {
  const { access, vehicles, lastKnown } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/vehicles',
      summary: 'Own vehicles',
      tag,
      access: access.member,
      answers: { 200: vehicleList },
      handle: async (context) => {
        const fetch = () => vehicles.list(readFor(context.caller.actor, context));
        const subject = context.caller.accountId;
        const list = { subject, name: 'vehicles', query: {}, schema: clubVehicleList, fetch };
        const page = await inOurWords(vehicleRefusals, () => readList(lastKnown, list));
        return { status: 200, body: { ...page, items: page.items.map(shownVehicle) } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/vehicles/:id/violations',
      summary: 'Traffic violations of an own vehicle, with source, time and coverage',
      tag,
      access: access.member,
      params: vehicleParams,
      answers: { 200: violationReport },
      problems: { CONSENT_REQUIRED: 'The consent to look up violations was taken back.' },
      handle: async (context) => {
        await deps.limits.take('violationsPerDay', context.caller.accountId);
        const by = readFor(context.caller.actor, context);
        return { status: 200, body: await findViolations(deps, by, context.params.id) };
      },
    }),
  ];
}

function writeRoutes(deps: VehiclesDeps): AnyRoute[] {
  const { access, vehicles, lastKnown } = deps;
  return [
    defineRoute({
      method: 'post',
      path: '/vehicles',
      summary: 'Add an own vehicle, with consent to look up its violations',
      tag,
      access: access.member,
      idempotency: { kind: 'forwarded' },
      body: vehicleRequest,
      answers: { 201: vehicle },
      problems: {
        VEHICLE_EXISTS: 'This member has the car already.',
        TOO_MANY_VEHICLES: 'No more cars can be added.',
      },
      handle: async (context) => {
        const by = writeFor(context.caller.actor, context);
        const added = await addVehicle(deps, by, context.body);
        return { status: 201, body: added.vehicle, headers: replayHeaders(added.replayed) };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/vehicles/:id',
      summary: 'Remove an own vehicle and what was known of its violations',
      tag,
      access: access.member,
      idempotency: { kind: 'natural', why: 'A vehicle that is already removed stays removed.' },
      params: vehicleParams,
      body: noBody,
      answers: { 204: null },
      handle: async (context) => {
        const { caller, params, requestId } = context;
        await inOurWords(vehicleRefusals, () =>
          vehicles.remove({ actor: caller.actor, requestId }, params.id),
        );
        const subject = caller.accountId;
        await lastKnown.forget({ subject, what: vehicleWhat(params.id) });
        await lastKnown.forget({ subject, what: violationsWhat(params.id) });
        return { status: 204 };
      },
    }),
  ];
}

export function vehiclesRoutes(deps: VehiclesDeps): AnyRoute[] {
  return [...readRoutes(deps), ...writeRoutes(deps)];
}
