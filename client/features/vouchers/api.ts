import { get, write } from '@/api/client';
import {
  presentation,
  voucherDetail,
  voucherList,
  type Presentation,
  type VoucherDetail,
  type VoucherState,
} from '../../../bff/features/vouchers/contract';

export const readVouchers = (state: VoucherState | undefined, signal: AbortSignal) =>
  get('/vouchers', voucherList, { query: { state, limit: 100 }, signal });

export const readVoucher = (id: string, signal: AbortSignal): Promise<VoucherDetail> =>
  get(`/vouchers/${id}`, voucherDetail, { signal });

/** A new presentation for the counter; the one before stays valid beside it, so a scan under way is never spoilt. */
export const present = (id: string): Promise<Presentation> =>
  write({ method: 'POST', path: `/vouchers/${id}/presentations`, schema: presentation });
