import { get, write } from '@/api/client';
import {
  vehicle,
  vehicleList,
  violationReport,
  type VehicleRequest,
} from '../../../bff/features/vehicles/contract';

export const readVehicles = (signal: AbortSignal) => get('/vehicles', vehicleList, { query: {}, signal });

export const addVehicle = (body: VehicleRequest, idempotencyKey: string) =>
  write({ method: 'POST', path: '/vehicles', body, schema: vehicle, idempotencyKey });

export const removeVehicle = (id: string): Promise<void> =>
  write({ method: 'DELETE', path: `/vehicles/${id}` });

export const readViolations = (id: string, signal: AbortSignal) =>
  get(`/vehicles/${id}/violations`, violationReport, { signal });
