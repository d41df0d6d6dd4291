import type * as z from 'zod/mini';
import { get, write } from '@/api/client';
import {
  claimDetail,
  claimList,
  claimReceipt,
  type ClaimDetail,
  type ClaimReceipt,
  type ClaimReport,
} from '../../../bff/features/claims/contract';
import { policyList } from '../../../bff/features/policies/contract';
import { vehicleList } from '../../../bff/features/vehicles/contract';

export type ClaimList = z.infer<typeof claimList>;

export const sendReport = (report: ClaimReport, idempotencyKey: string): Promise<ClaimReceipt> =>
  write({ method: 'POST', path: '/claims', body: report, schema: claimReceipt, idempotencyKey });

export const readClaims = (cursor: string | undefined, signal: AbortSignal): Promise<ClaimList> =>
  get('/claims', claimList, { signal, query: { limit: 50, cursor } });

export const readClaim = (id: string, signal: AbortSignal): Promise<ClaimDetail> =>
  get(`/claims/${encodeURIComponent(id)}`, claimDetail, { signal });

export interface Car {
  plate: string;
  model: string | null;
  policyIds?: string[];
}

/** The person's cars, from the policies and from the cars added by hand; one plate is one car. One of the two lists is enough to go on with. */
export async function readCars(signal: AbortSignal): Promise<Car[]> {
  const [policies, vehicles] = await Promise.allSettled([
    get('/policies', policyList, { signal, query: { limit: 100 } }),
    get('/vehicles', vehicleList, { signal }),
  ]);
  if (policies.status === 'rejected' && vehicles.status === 'rejected') throw policies.reason;
  const cars = new Map<string, Car>();
  if (vehicles.status === 'fulfilled') {
    for (const { plate, model } of vehicles.value.items) cars.set(plate, { plate, model });
  }
  if (policies.status === 'fulfilled') {
    for (const { id, vehicle } of policies.value.items) {
      const { plate, model } = vehicle;
      cars.set(plate, { plate, model, policyIds: [...(cars.get(plate)?.policyIds ?? []), id] });
    }
  }
  return [...cars.values()];
}
