import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import { useRead } from '@/api/use-read';
import type { Transfer } from '../../../bff/features/transfers/contract';
import { voucherDetail } from '../../../bff/features/vouchers/contract';
import { offerVoucher, readTransfers, readVoucher, takeBack, type OfferBody } from './api';

const refreshAll = () =>
  Promise.all(
    ['transfers', 'voucher', 'vouchers'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
  );

const isOpenOffer = (voucherId: string) => (transfer: Transfer) =>
  transfer.voucherId === voucherId && transfer.direction === 'given' && transfer.state === 'offered';

/** One voucher on its way to somebody else: the offer that stands, making one, taking it back. */
export function useGive(voucherId: string) {
  const voucher = useRead({
    key: ['voucher', voucherId],
    read: ({ signal }) => readVoucher(voucherId, signal),
    kept: voucherDetail,
  });
  // An offer lives three days at most, so it is among the newest. Its link is not kept on the phone: this list has no `kept`.
  const transfers = useRead({
    key: ['transfers', 'newest'],
    read: ({ signal }) => readTransfers(undefined, signal),
  });
  const offering = useSubmission<OfferBody, { transfer: Transfer }>({
    formKey: `transfer-offer:${voucherId}`,
    send: offerVoucher,
    onDone: () => void refreshAll(),
  });
  const made = offering.submission.status === 'done' ? offering.submission.answer.transfer : undefined;
  const listed = transfers.data?.items.find(isOpenOffer(voucherId));
  return {
    voucher,
    transfers,
    offering,
    offer: listed ?? made,
    takeBack: async (transferId: string) => {
      await takeBack(transferId);
      offering.reset();
      await refreshAll();
    },
  };
}
