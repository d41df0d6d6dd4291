import { get } from '@/api/client';
import { serviceList } from '../../../bff/features/services/contract';
import type { ServiceKind } from '../../../bff/features/vouchers/contract';
import { storeList } from '../../../bff/features/stores/contract';

interface NearbyQuery {
  service: ServiceKind | undefined;
  serviceId: string | undefined;
  latitude: number | undefined;
  longitude: number | undefined;
}

export const readStores = (
  { service, serviceId, latitude, longitude }: NearbyQuery,
  cursor: string | undefined,
  signal: AbortSignal | undefined,
) =>
  get('/stores', storeList, {
    query: { service, serviceId, latitude, longitude, limit: 30, cursor },
    signal,
  });

/** The catalogue, for the name of the one entry that was asked for. */
export const readServices = (signal: AbortSignal) =>
  get('/services', serviceList, { query: { limit: 100 }, signal });
