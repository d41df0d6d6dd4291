import { queryClient } from '@/api/query-client';
import { type SubmissionControl, useSubmission } from '@/api/submission';
import type { GiftClaim } from '../../../bff/features/gifts/contract';
import { claimGift } from './api';

interface ClaimBody {
  giftId: string;
}

export type ClaimControl = SubmissionControl<ClaimBody, GiftClaim> & { claim: () => Promise<unknown> };

/** Claims one gift once: the request id is kept until the answer is sure, so a second tap or a lost answer gives no second set of vouchers. */
export function useClaim(giftId: string, refresh: () => Promise<void>): ClaimControl {
  const control = useSubmission<ClaimBody, GiftClaim>({
    formKey: `gift-claim:${giftId}`,
    send: (body, idempotencyKey) => claimGift(body.giftId, idempotencyKey),
    onDone: () => {
      void refresh();
      void queryClient.invalidateQueries();
    },
  });
  return { ...control, claim: () => control.submit({ giftId }) };
}
