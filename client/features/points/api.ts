import { get, write } from '@/api/client';
import {
  pointsBalance,
  pointsEntryList,
  pointsWays,
  pointsYear,
  signInReward,
} from '../../../bff/features/points/contract';

export const readBalance = (signal: AbortSignal) => get('/points', pointsBalance, { signal });

export const readYear = (signal: AbortSignal) => get('/points/months', pointsYear, { signal });

export const readWays = (signal: AbortSignal) => get('/points/rules', pointsWays, { signal });

export const readEntries = (
  page: { cursor: string | undefined; limit: number },
  signal: AbortSignal | undefined,
) => get('/points/entries', pointsEntryList, { query: page, signal });

/** A day is signed in once, whoever asks how often: asking again gives the same answer. */
export const signIn = () => write({ method: 'POST', path: '/points/sign-ins', schema: signInReward });
