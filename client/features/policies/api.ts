import { get } from '@/api/client';
import { account, type Account } from '../../../bff/features/account/contract';
import type * as z from 'zod/mini';
import { policyDetail, policyList, type PolicyDetail } from '../../../bff/features/policies/contract';

export type PolicyList = z.infer<typeof policyList>;

/** More policies than one page holds belong to a fleet, which this screen is not for yet; 100 is the server's largest page. */
export const readPolicies = (signal: AbortSignal): Promise<PolicyList> =>
  get('/policies', policyList, { signal, query: { limit: 100 } });

export const readPolicy = (id: string, signal: AbortSignal): Promise<PolicyDetail> =>
  get(`/policies/${encodeURIComponent(id)}`, policyDetail, { signal });

/** Whether the person is verified decides what an empty list means. */
export const readMe = (signal: AbortSignal): Promise<Account> => get('/me', account, { signal });
