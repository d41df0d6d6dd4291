import * as z from 'zod/mini';
import { get, write } from '@/api/client';
import { account } from '../../../bff/features/account/contract';
import {
  identityReviewAnswer,
  identityStatus,
  mergeCodeAnswer,
  type IdentityRequest,
  type IdentityStatus,
} from '../../../bff/features/account/contract/identity';

/** Either the person is verified at once, or somebody looks at it by hand (人工核验) and says until when. */
const identityAnswer = z.union([identityReviewAnswer, account]);
export type IdentityAnswer = z.infer<typeof identityAnswer>;

export const sendIdentity = (body: IdentityRequest, idempotencyKey: string): Promise<IdentityAnswer> =>
  write({ method: 'POST', path: '/me/identity', body, schema: identityAnswer, idempotencyKey });

export const sendMergeCode = (to: 'own' | 'other') =>
  write({ method: 'POST', path: '/me/identity/merge-codes', body: { to }, schema: mergeCodeAnswer });

export const sendMerge = (body: { code: string; otherCode: string }, idempotencyKey: string) =>
  write({ method: 'POST', path: '/me/identity/merge', body, schema: account, idempotencyKey });

export const readIdentityStatus = (signal: AbortSignal): Promise<IdentityStatus> =>
  get('/me/identity', identityStatus, { signal });
