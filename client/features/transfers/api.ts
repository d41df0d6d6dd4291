import { get, write } from '@/api/client';
import { hasSession } from '@/api/session';
import {
  transferAcceptance,
  transferAnswer,
  transferList,
  transferPreview,
  type TransferAcceptance,
  type TransferPreview,
} from '../../../bff/features/transfers/contract';
import { voucherDetail, voucherList } from '../../../bff/features/vouchers/contract';

export const readTransfers = (cursor: string | undefined, signal: AbortSignal | undefined) =>
  get('/transfers', transferList, { query: { limit: 50, cursor }, signal });

export const readVoucher = (id: string, signal: AbortSignal) =>
  get(`/vouchers/${id}`, voucherDetail, { signal });

export const readUsableVouchers = (cursor: string | undefined, signal: AbortSignal | undefined) =>
  get('/vouchers', voucherList, { query: { state: 'active', limit: 100, cursor }, signal });

export interface OfferBody {
  voucherId: string;
  hours: number;
}

export const offerVoucher = ({ voucherId, hours }: OfferBody, idempotencyKey: string) =>
  write({
    method: 'POST',
    path: `/vouchers/${voucherId}/transfers`,
    body: { hours },
    schema: transferAnswer,
    idempotencyKey,
  });

/** What is taken back stays so: harmless when repeated. */
export const takeBack = (transferId: string): Promise<undefined> =>
  write({ method: 'DELETE', path: `/transfers/${transferId}` });

/** The token stands in the body: an address would end up in a log. A visitor asks too, because a link is opened before one logs in. */
export const previewTransfer = (token: string, signal: AbortSignal): Promise<TransferPreview> =>
  write({
    method: 'POST',
    path: hasSession() ? '/transfers/preview' : '/transfers/visitor-preview',
    body: { token },
    schema: transferPreview,
    signal,
  });

export const acceptTransfer = (
  body: { token: string },
  idempotencyKey: string,
): Promise<TransferAcceptance> =>
  write({ method: 'POST', path: '/transfers/acceptance', body, schema: transferAcceptance, idempotencyKey });
