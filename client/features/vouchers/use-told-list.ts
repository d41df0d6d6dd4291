import { useEffect } from 'react';
import { queryClient } from '@/api/query-client';
import type { Read } from '@/api/use-read';
import type { VoucherDetail, VoucherSummary } from '../../../bff/features/vouchers/contract';
import type { readVouchers } from './api';

type VoucherList = Awaited<ReturnType<typeof readVouchers>>;

const isSame = (one: VoucherSummary, { state, usesLeft }: VoucherDetail): boolean =>
  one.state === state && one.usesLeft === usesLeft;

/**
 * What this page learned holds for the lists as well: without network nothing else would tell them, and a used voucher would still offer its code. The
 * rest of a list stays as old as it was, and is asked for again.
 */
export function useToldList({ data: voucher, receivedAt }: Read<VoucherDetail>): void {
  const learnedAt = receivedAt?.getTime() ?? 0;
  useEffect(() => {
    if (!voucher) return;
    let told = false;
    for (const query of queryClient.getQueryCache().findAll({ queryKey: ['vouchers'] })) {
      const { data: list, dataUpdatedAt } = query.state as { data?: VoucherList; dataUpdatedAt: number };
      const before = list?.items.find(({ id }) => id === voucher.id);
      if (!list || !before || isSame(before, voucher) || dataUpdatedAt > learnedAt) continue;
      const { state, usesLeft } = voucher;
      const moved = before.state !== state;
      const items = moved
        ? list.items.filter((one) => one !== before)
        : list.items.map((one) => (one === before ? { ...one, usesLeft } : one));
      queryClient.setQueryData(query.queryKey, { ...list, items }, { updatedAt: dataUpdatedAt });
      told = true;
    }
    if (told) void queryClient.invalidateQueries({ queryKey: ['vouchers'] });
  }, [voucher, learnedAt]);
}
