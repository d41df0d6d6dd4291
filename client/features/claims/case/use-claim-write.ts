import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { writeAboutClaim, type ClaimWrite } from '../after-api';

interface Options {
  /** What it is about, as in `withdrawal`: one write of each is under way at a time. */
  about: string;
  onDone?: (claim: ClaimDetail) => void;
}

/** One write about a claim; the answer is the claim as it is then, and everything else that shows it is read again. */
export function useClaimWrite(claimId: string, { about, onDone }: Options) {
  return useSubmission<ClaimWrite, ClaimDetail>({
    formKey: `claim:${claimId}:${about}`,
    send: (wanted, key) => writeAboutClaim(claimId, wanted, key),
    onDone: (claim) => {
      queryClient.setQueryData(['claims', claimId], claim);
      void queryClient.invalidateQueries({ queryKey: ['home'] });
      void queryClient.invalidateQueries({ queryKey: ['claims'], exact: true });
      onDone?.(claim);
    },
  });
}
