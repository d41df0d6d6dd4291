import { useSignedIn } from '@/api/session';
import { type Read, useRead } from '@/api/use-read';
import type { Failure } from '@/api/failures';
import { giftList } from '../../../bff/features/gifts/contract';
import { pointsBalance } from '../../../bff/features/points/contract';
import { voucherList } from '../../../bff/features/vouchers/contract';
import { readActiveVouchers, readBalance, readOfferedGifts } from './api';

const isMissing = ({ data, failure }: Read<unknown>): boolean => data === undefined && failure !== undefined;

/** The three things that the tab reads, and what went wrong when it is the same for more than one: that is said once. */
export function useLife() {
  const signedIn = useSignedIn();
  const points = useRead({
    key: ['points'],
    read: ({ signal }) => readBalance(signal),
    kept: pointsBalance,
    enabled: signedIn,
  });
  const vouchers = useRead({
    key: ['vouchers', 'active', 'first'],
    read: ({ signal }) => readActiveVouchers(signal),
    kept: voucherList,
    enabled: signedIn,
  });
  const gifts = useRead({
    key: ['gifts', 'offered'],
    read: ({ signal }) => readOfferedGifts(signal),
    kept: giftList,
    enabled: signedIn,
  });
  const missing = [points, vouchers, gifts].filter(isMissing);
  const [first] = missing;
  const trouble: { failure: Failure; retry: () => Promise<unknown> } | undefined =
    first?.failure && missing.length > 1
      ? { failure: first.failure, retry: () => Promise.all(missing.map((read) => read.refresh())) }
      : undefined;
  /** What stands below them waits: it would be pushed down as they come. */
  const coming = vouchers.isFirstLoad || gifts.isFirstLoad;
  return { signedIn, points, vouchers, gifts, trouble, coming };
}

/** A part whose failure is told for the whole page leaves its place. */
export const isToldAbove = (read: Read<unknown>, trouble: object | undefined): boolean =>
  trouble !== undefined && isMissing(read);
