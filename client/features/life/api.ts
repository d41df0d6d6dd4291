import { get } from '@/api/client';
import { giftList } from '../../../bff/features/gifts/contract';
import { pointsBalance } from '../../../bff/features/points/contract';
import { voucherList } from '../../../bff/features/vouchers/contract';

export const readBalance = (signal: AbortSignal) => get('/points', pointsBalance, { signal });

export const readOfferedGifts = (signal: AbortSignal) =>
  get('/gifts', giftList, { query: { state: 'offered', limit: 20 }, signal });

export const readActiveVouchers = (signal: AbortSignal) =>
  get('/vouchers', voucherList, { query: { state: 'active', limit: 20 }, signal });
