import { useRead } from '@/api/use-read';
import { serviceList } from '../../../bff/features/services/contract';
import { readServices } from './api';
import { messages } from './messages';

/** How the catalogue calls the service that the shops were asked for. Undefined where none was. */
export function useServiceName(serviceId: string | undefined): string | undefined {
  const read = useRead({
    key: ['services'],
    read: ({ signal }) => readServices(signal),
    kept: serviceList,
    enabled: serviceId !== undefined,
  });
  if (serviceId === undefined) return undefined;
  return read.data?.items.find(({ id }) => id === serviceId)?.title ?? messages.asked;
}
