import { get } from '@/api/client';
import { pointsBalance, pointsEntryList } from '../../../bff/features/points/contract';

export const readBalance = (signal: AbortSignal) => get('/points', pointsBalance, { signal });

export const readEntries = (cursor: string | undefined, signal?: AbortSignal) =>
  get('/points/entries', pointsEntryList, { query: { limit: 100, cursor }, signal });
