import { write } from '@/api/client';
import { merchantStoreAnswer } from '../../../bff/features/merchant/contract';

export interface Hours {
  opensMinute: number;
  closesMinute: number;
}

const schema = merchantStoreAnswer;
const pathOf = (id: string, rest: string) => `/merchant/stores/${encodeURIComponent(id)}${rest}`;

/** All of these say how things are to be; saying it twice is saying it once. */
export const setHours = (id: string, body: Hours & { openWeekdays: number[] }) =>
  write({ method: 'PUT', path: pathOf(id, '/opening-hours'), body, schema });

interface SpecialDay {
  date: string;
  /** Null where the store is closed that day. */
  hours: Hours | null;
  note: string;
}

export const setSpecialDay = (id: string, { date, hours, note }: SpecialDay) =>
  write({
    method: 'PUT',
    path: pathOf(id, `/special-days/${date}`),
    body: { ...(hours ?? { opensMinute: null, closesMinute: null }), note },
    schema,
  });

export const clearSpecialDay = (id: string, date: string) =>
  write({ method: 'DELETE', path: pathOf(id, `/special-days/${date}`), schema });

export const suspendStore = (id: string, reason: string) =>
  write({ method: 'PUT', path: pathOf(id, '/suspension'), body: { reason }, schema });

export const resumeStore = (id: string) =>
  write({ method: 'DELETE', path: pathOf(id, '/suspension'), schema });
