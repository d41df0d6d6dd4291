import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import type { Calling } from '../calling';
import {
  corePolicyDetail,
  corePolicyList,
  type CorePolicyDetail,
  type corePolicyQuery,
} from './contract/policies';

/** Policies of the core system: what is linked to the actor's subject; everything else is a refusal with 404. */
export interface CorePolicies {
  policies(by: Calling, query: z.output<typeof corePolicyQuery>): Promise<z.output<typeof corePolicyList>>;
  policy(by: Calling, policyId: string): Promise<CorePolicyDetail>;
}

export function createCorePolicies(upstream: Upstream): CorePolicies {
  return {
    async policies(by, query) {
      const call = { method: 'GET', path: '/v1/policies', query, answer: corePolicyList } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    async policy(by, policyId) {
      const path = `/v1/policies/${encodeURIComponent(policyId)}`;
      return (await upstream.call({ method: 'GET', path, answer: corePolicyDetail, ...by })).body;
    },
  };
}
