import { get } from '@/api/client';
import type { ServiceKind } from '../../../bff/features/vouchers/contract';
import { storeList } from '../../../bff/features/stores/contract';

interface NearbyQuery {
  service: ServiceKind | undefined;
  latitude: number | undefined;
  longitude: number | undefined;
}

export const readStores = (
  { service, latitude, longitude }: NearbyQuery,
  cursor: string | undefined,
  signal: AbortSignal | undefined,
) => get('/stores', storeList, { query: { service, latitude, longitude, limit: 30, cursor }, signal });
