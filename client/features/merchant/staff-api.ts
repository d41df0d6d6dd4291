import { get, write } from '@/api/client';
import { clerkAnswer, clerkList, deviceList, devicesEnded } from '../../../bff/features/merchant/contract';

const pathOf = (id: string, rest = '') => `/merchant/clerks/${encodeURIComponent(id)}${rest}`;

export interface Invitation {
  phone: string;
  name: string;
  role: 'manager' | 'clerk';
  storeIds: string[];
}

export const readClerks = (signal: AbortSignal) => get('/merchant/clerks', clerkList, { signal });

export const readDevices = (signal: AbortSignal) => get('/merchant/devices', deviceList, { signal });

export const inviteClerk = (body: Invitation, idempotencyKey: string) =>
  write({ method: 'POST', path: '/merchant/clerks', body, schema: clerkAnswer, idempotencyKey });

/** Says how things are to be; saying it twice is saying it once. */
export const changeClerk = (id: string, body: Omit<Invitation, 'phone'>) =>
  write({ method: 'PATCH', path: pathOf(id), body, schema: clerkAnswer });

export const removeClerk = (id: string) => write({ method: 'DELETE', path: pathOf(id) });

/** The lost-phone switch: ends one sign-in. */
export const endDevice = (id: string) =>
  write({ method: 'DELETE', path: `/merchant/devices/${encodeURIComponent(id)}` });

/** The same for every phone of one person. */
export const endDevicesOf = (clerkId: string) =>
  write({ method: 'DELETE', path: pathOf(clerkId, '/devices'), schema: devicesEnded });
