import { useRead } from '@/api/use-read';
import { mallItemDetail } from '../../../bff/features/mall/contract';
import { readItem } from './api';

/** Stock, allowance and balance belong to one moment, so they are asked for together. */
export function useItem(id: string) {
  const read = useRead({
    key: ['mall', 'item', id],
    kept: mallItemDetail,
    read: ({ signal }) => readItem(id, signal),
  });
  const { data, failure } = read;
  const gone = failure?.kind === 'refused' && failure.status === 404;
  return { read, gone, item: gone ? undefined : data?.item, balance: data?.balance ?? 0 };
}
