import { get } from '@/api/client';
import { serviceList } from '../../../bff/features/services/contract';

/** The catalogue is a page: a dozen kinds with a few entries each. */
export const readServices = (signal: AbortSignal) =>
  get('/services', serviceList, { query: { limit: 100 }, signal });
