import { get, write } from '@/api/client';
import { account } from '../../../bff/features/account/contract';
import {
  lookup,
  merchantSummary,
  redemptionAnswer,
  redemptionList,
  type RedemptionRequest,
} from '../../../bff/features/merchant/contract';

/** Who stands at the counter, and at which stores. */
export const readClerk = (signal: AbortSignal) => get('/me', account, { signal });

/** Changes nothing; sending it twice is harmless. */
export const lookUp = (code: string, storeId: string) =>
  write({ method: 'POST', path: '/merchant/lookups', body: { code, storeId }, schema: lookup });

export const redeem = (body: RedemptionRequest, idempotencyKey: string) =>
  write({ method: 'POST', path: '/merchant/redemptions', body, schema: redemptionAnswer, idempotencyKey });

export const reverse = (redemptionId: string, reason: string, idempotencyKey: string) =>
  write({
    method: 'POST',
    path: `/merchant/redemptions/${redemptionId}/reversal`,
    body: { reason },
    schema: redemptionAnswer,
    idempotencyKey,
  });

export const readToday = (storeId: string, signal: AbortSignal) =>
  get('/merchant/redemptions', redemptionList, { query: { storeId, limit: 50 }, signal });

/** Every store of the clerk on one day. */
export const readDay = (date: string, signal: AbortSignal) =>
  get('/merchant/redemptions', redemptionList, { query: { date, limit: 100 }, signal });

export const readSummary = (storeId: string, signal: AbortSignal) =>
  get('/merchant/summary', merchantSummary, { query: { storeId }, signal });
