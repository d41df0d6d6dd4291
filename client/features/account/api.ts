import * as z from 'zod/mini';
import { get, write } from '@/api/client';
import {
  account,
  consentList,
  session,
  smsCodeAnswer,
  type Account,
  type Session,
} from '../../../bff/features/account/contract';
import { home } from '../../../bff/features/home/contract';
import { vehicleList } from '../../../bff/features/vehicles/contract';

export const sendSmsCode = (phone: string): Promise<{ retryAfterSeconds: number }> =>
  write({ method: 'POST', path: '/auth/sms-codes', body: { phone }, schema: smsCodeAnswer });

/** `ref` counts where the login makes a member, and changes nothing else about it. */
export const logInBySms = (phone: string, code: string, ref?: string): Promise<Session> =>
  write({ method: 'POST', path: '/auth/sms-sessions', body: { phone, code, ref }, schema: session });

export const logInByWechat = (code: string, ref?: string): Promise<Session> =>
  write({ method: 'POST', path: '/auth/wechat-sessions', body: { code, ref }, schema: session });

/** Answers with a new session: binding the phone may merge two accounts. */
export const bindWechatPhone = (code: string): Promise<Session> =>
  write({ method: 'POST', path: '/auth/wechat-phone', body: { code }, schema: session });

export const logOut = (): Promise<void> => write({ method: 'DELETE', path: '/auth/session' });

export const readMe = (signal?: AbortSignal): Promise<Account> => get('/me', account, { signal });

/** Null where the system that knows is away: then no number is shown, never a zero. */
const known = z.nullable(z.number());
export const holdings = z.object({ cars: known, vouchers: known, points: known });
export type Holdings = z.infer<typeof holdings>;

/** The three figures below the name. */
export async function readHoldings(signal: AbortSignal): Promise<Holdings> {
  const [{ vouchers, points }, cars] = await Promise.all([
    get('/home', home, { signal }),
    get('/vehicles', vehicleList, { signal }).catch(() => null),
  ]);
  return {
    cars: cars?.items.length ?? null,
    vouchers: vouchers.value?.active ?? null,
    points: points.value?.balance ?? null,
  };
}

export type ConsentList = z.infer<typeof consentList>;

export const readConsents = (signal: AbortSignal): Promise<ConsentList> =>
  get('/me/consents', consentList, { signal });
