import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import type { Calling, WriteCalling } from '../calling';
import { clubVehicle, clubVehicleList, type ClubVehicle, type clubVehicleRequest } from './contract';

/** A member's own vehicles. Plate, VIN and engine number come in full; hiding them is the caller's. */
export interface Vehicles {
  list(by: Calling): Promise<z.output<typeof clubVehicleList>>;
  get(by: Calling, vehicleId: string): Promise<ClubVehicle>;
  add(
    by: WriteCalling,
    vehicle: z.input<typeof clubVehicleRequest>,
  ): Promise<{ vehicle: ClubVehicle; replayed: boolean }>;
  remove(by: Calling, vehicleId: string): Promise<void>;
}

export function createVehicles(upstream: Upstream): Vehicles {
  const pathOf = (vehicleId: string) => `/v1/vehicles/${encodeURIComponent(vehicleId)}`;
  return {
    async list(by) {
      const path = '/v1/vehicles';
      return (await upstream.call({ method: 'GET', path, answer: clubVehicleList, ...by })).body;
    },
    async get(by, vehicleId) {
      const path = pathOf(vehicleId);
      return (await upstream.call({ method: 'GET', path, answer: clubVehicle, ...by })).body;
    },
    async add({ actor, requestId, idempotencyKey }, vehicle) {
      const call = { method: 'POST', path: '/v1/vehicles', body: vehicle, answer: clubVehicle } as const;
      const answer = await upstream.call({ ...call, actor, requestId, idempotencyKey });
      return { vehicle: answer.body, replayed: answer.replayed };
    },
    async remove({ actor, requestId }, vehicleId) {
      await upstream.call({ method: 'DELETE', path: pathOf(vehicleId), answer: null, actor, requestId });
    },
  };
}
