/** Partner shops (合作门店). */
import type * as z from 'zod/mini';
import { listOf } from '../../http/contract';
import { clubStoreQuery, store } from '../../upstream/club/contract';

export { store };

export const storeQuery = clubStoreQuery;
export const storeList = listOf(store);

export type Store = z.infer<typeof store>;
