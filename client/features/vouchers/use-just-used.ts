import { useEffect, useRef, useState } from 'react';
import type { VoucherDetail, VoucherRedemption } from '../../../bff/features/vouchers/contract';
import { vibrateFor } from '@/platform/feedback';

const latestConfirmed = (voucher: VoucherDetail): VoucherRedemption | undefined =>
  voucher.redemptions
    .filter((redemption) => redemption.state === 'confirmed')
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))[0];

/** The use that was confirmed while this page was open: the member sees the receipt at once instead of a code that no longer works. */
export function useJustUsed(voucher: VoucherDetail | undefined) {
  const known = useRef<Set<string> | undefined>(undefined);
  const [used, setUsed] = useState<VoucherRedemption>();

  useEffect(() => {
    if (!voucher) return;
    const ids = new Set(voucher.redemptions.map((redemption) => redemption.id));
    const latest = latestConfirmed(voucher);
    if (known.current && latest && !known.current.has(latest.id)) {
      setUsed(latest);
      vibrateFor('yes');
    }
    known.current = ids;
  }, [voucher]);

  const current = voucher?.redemptions.find((redemption) => redemption.id === used?.id);
  return { used: current?.state === 'reversed' ? undefined : used, dismiss: () => setUsed(undefined) };
}
