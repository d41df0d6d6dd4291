import { useState } from 'react';
import { useRead } from '@/api/use-read';
import { readStored, writeStored } from '@/platform/storage';
import { readClerk } from './api';

const KEY = 'counter-store';

/** Who stands at the counter and in which of their stores; the choice is remembered on this device. */
export function useClerk() {
  const read = useRead({ key: ['clerk'], read: ({ signal }) => readClerk(signal) });
  const [chosen, setChosen] = useState(() => readStored(KEY));
  const stores = read.data?.stores ?? [];
  const store = stores.find(({ id }) => id === chosen) ?? stores[0];
  return {
    read,
    stores,
    store,
    choose: (storeId: string) => {
      setChosen(storeId);
      writeStored(KEY, storeId);
    },
  };
}
