import { useEffect } from 'react';
import { queryClient } from '@/api/query-client';
import { voucherDetail, type VoucherSummary } from '../../../bff/features/vouchers/contract';
import { readVoucher } from './api';

/** More than anybody takes into one basement. */
const MOST = 8;
const FRESH_MS = 10 * 60_000;

/**
 * Where typing the 兑换码 is allowed, the phone fetches it while there is still a network, so that a voucher opens in a basement although it was never
 * opened before. A failure is silent: the page of the voucher asks again and says what is wrong.
 */
export function useCodesOnPhone(vouchers: readonly VoucherSummary[] | undefined): void {
  const ids = (vouchers ?? [])
    .filter(({ codeAllowed, state }) => codeAllowed && state === 'active')
    .slice(0, MOST)
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    for (const id of ids.split(' ').filter(Boolean)) {
      void queryClient.prefetchQuery({
        queryKey: ['voucher', id],
        queryFn: ({ signal }) => readVoucher(id, signal),
        meta: { kept: voucherDetail },
        staleTime: FRESH_MS,
        retry: false,
      });
    }
  }, [ids]);
}
