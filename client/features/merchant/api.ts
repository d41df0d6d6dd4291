import { get, write } from '@/api/client';
import { account } from '../../../bff/features/account/contract';
import {
  lookup,
  merchantStoreList,
  merchantSummary,
  quote,
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

/** What a sale would cost the guest; changes nothing. */
export const askQuote = (scanToken: string, saleAmountFen: number, signal: AbortSignal) =>
  write({
    method: 'POST',
    path: '/merchant/quotes',
    body: { scanToken, saleAmountFen },
    schema: quote,
    signal,
  });

export const readToday = (storeId: string, signal: AbortSignal) =>
  get('/merchant/redemptions', redemptionList, { query: { storeId, limit: 50 }, signal });

interface DayQuery {
  date: string;
  /** Left out for every store of the clerk. */
  storeId?: string;
  cursor?: string;
  limit: number;
}

/** The uses of one day, newest first. */
export const readDay = (query: DayQuery, signal?: AbortSignal) =>
  get('/merchant/redemptions', redemptionList, { query: { ...query }, signal });

/** The own stores: hours, services, and whether one is stopped. */
export const readStores = (signal: AbortSignal) => get('/merchant/stores', merchantStoreList, { signal });

export const readSummary = (storeId: string, signal: AbortSignal) =>
  get('/merchant/summary', merchantSummary, { query: { storeId }, signal });
