import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import type { ServiceRecord } from '../../../bff/features/policies/contract';
import { type Business, doBusiness } from './api';

/** One piece of business about a policy; afterwards the policy and the records are read again. */
export function useBusiness(policyId: string, about: string, onDone?: (record: ServiceRecord) => void) {
  return useSubmission<Business, ServiceRecord>({
    formKey: `policy:${policyId}:${about}`,
    send: (business, key) => doBusiness(policyId, business, key),
    onDone: (record) => {
      void queryClient.invalidateQueries({ queryKey: ['policies'] });
      void queryClient.invalidateQueries({ queryKey: ['policy-records'] });
      onDone?.(record);
    },
  });
}

export type BusinessControl = ReturnType<typeof useBusiness>;
