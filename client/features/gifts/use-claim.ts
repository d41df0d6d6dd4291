import { queryClient } from '@/api/query-client';
import { type SubmissionControl, useSubmission } from '@/api/submission';
import { formatEnd } from '@/ui/format/time';
import type { GiftClaim, GiftDetail } from '../../../bff/features/gifts/contract';
import { claimGift } from './api';
import { laterWords } from './messages';

interface ClaimBody {
  giftId: string;
}

export type ClaimControl = SubmissionControl<ClaimBody, GiftClaim> & { claim: () => Promise<unknown> };

/** Claims one gift once: the request id is kept until the answer is sure, so a second tap or a lost answer gives no second set of vouchers. */
/** A gift's name and last moment are what the person has to know while the claim waits for the network. */
export function useClaim(
  giftId: string,
  gift: Pick<GiftDetail, 'title' | 'expiresAt'> | undefined,
  refresh: () => Promise<void>,
): ClaimControl {
  const control = useSubmission<ClaimBody, GiftClaim>({
    formKey: `gift-claim:${giftId}`,
    send: (body, idempotencyKey) => claimGift(body.giftId, idempotencyKey),
    later: () => ({
      request: { method: 'POST', path: `/gifts/${giftId}/claim` },
      title: laterWords.claim(gift?.title ?? ''),
      lines: gift ? [{ name: laterWords.before, value: formatEnd(gift.expiresAt) }] : [],
      open: { route: 'gifts/detail', params: { id: giftId } },
      touches: ['gift', 'gifts', 'vouchers', 'orders', 'home', 'holdings'],
    }),
    onDone: () => {
      void refresh();
      void queryClient.invalidateQueries();
    },
  });
  return { ...control, claim: () => control.submit({ giftId }) };
}
