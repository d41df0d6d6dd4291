import { get, write } from '@/api/client';
import {
  presentation,
  ratingAnswer,
  voucherDetail,
  voucherList,
  voucherReportAnswer,
  voucherReportList,
  type Presentation,
  type RatingAnswer,
  type RatingRequest,
  type VoucherDetail,
  type VoucherReport,
  type VoucherState,
} from '../../../bff/features/vouchers/contract';

export const readVouchers = (
  page: { state: VoucherState | undefined; cursor: string | undefined; limit: number },
  signal: AbortSignal | undefined,
) => get('/vouchers', voucherList, { query: page, signal });

export const readVoucher = (id: string, signal: AbortSignal): Promise<VoucherDetail> =>
  get(`/vouchers/${id}`, voucherDetail, { signal });

/** A new presentation for the counter; the one before stays valid beside it, so a scan under way is never spoilt. */
export const present = (id: string): Promise<Presentation> =>
  write({ method: 'POST', path: `/vouchers/${id}/presentations`, schema: presentation });

/** Once a use; the voucher is in the address only. */
export const rate = (id: string, body: RatingRequest, idempotencyKey: string): Promise<RatingAnswer> =>
  write({ method: 'POST', path: `/vouchers/${id}/ratings`, body, schema: ratingAnswer, idempotencyKey });

export interface ReportBody {
  kind: VoucherReport['kind'];
  redemptionId?: string;
  comment?: string;
}

export const report = (id: string, body: ReportBody, idempotencyKey: string) =>
  write({
    method: 'POST',
    path: `/vouchers/${id}/reports`,
    body,
    schema: voucherReportAnswer,
    idempotencyKey,
  });

export const readReports = (id: string, signal: AbortSignal) =>
  get(`/vouchers/${id}/reports`, voucherReportList, { signal });
