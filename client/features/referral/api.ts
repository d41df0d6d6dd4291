import { get, write } from '@/api/client';
import {
  friendList,
  invitationCodeAnswer,
  referral,
  referralTerms,
} from '../../../bff/features/referral/contract';

export const readReferral = (signal: AbortSignal) => get('/referral', referral, { signal });

/** Also for who has not signed in yet. */
export const readTerms = (signal: AbortSignal) => get('/referral/terms', referralTerms, { signal });

export const readFriends = (cursor: string | undefined, signal: AbortSignal | undefined) =>
  get('/referral/friends', friendList, { query: { limit: 50, cursor }, signal });

/** A member has one code: asking again gives the same. */
export const makeCode = () => write({ method: 'POST', path: '/referral/code', schema: invitationCodeAnswer });
