import { create } from 'zustand';
import { clearSession, loadSession, saveSession } from '@/platform/session-storage';
import type { StoredSession } from '@/platform/session-types';
import { removeStoredUnder } from '@/platform/storage';

/** What every login answers with, as far as the session is concerned. */
export interface SessionAnswer {
  accessToken: string;
  accessTokenExpiresAt: string;
  refreshToken?: string;
}

interface SessionState {
  signedIn: boolean;
  /** A session of this person ended by itself: they are asked to come back, not to come in. */
  lapsed: boolean;
}

/** Renewed this long before it lapses, so that a request does not have to come back with 401 first. */
const RENEW_BEFORE_MS = 20_000;

let current: StoredSession | undefined;

export const useSession = create<SessionState>(() => ({ signedIn: false, lapsed: false }));
export const useSignedIn = (): boolean => useSession((state) => state.signedIn);
export const useLapsed = (): boolean => useSession((state) => state.lapsed);

export function restoreSession(): void {
  current = loadSession();
  useSession.setState({ signedIn: current !== undefined });
}

export function startSession({ accessToken, accessTokenExpiresAt, refreshToken }: SessionAnswer): void {
  current = { accessToken, accessTokenExpiresAt, refreshToken };
  saveSession(current);
  useSession.setState({ signedIn: true, lapsed: false });
}

/** The server no longer knows us. Drafts and pending requests stay: the same person will log in again. */
export function loseSession(): void {
  current = undefined;
  clearSession();
  useSession.setState({ signedIn: false, lapsed: true });
}

/** The person logs out: what was being written goes with the account. */
export function endSession(): void {
  loseSession();
  useSession.setState({ lapsed: false });
  removeStoredUnder('draft:');
  removeStoredUnder('pending:');
}

export const hasSession = (): boolean => current !== undefined;
export const refreshTokenInHand = (): string | undefined => current?.refreshToken;

/** The access token while it is good for another request. */
export function usableAccessToken(): string | undefined {
  if (!current?.accessToken || !current.accessTokenExpiresAt) return undefined;
  return Date.parse(current.accessTokenExpiresAt) - Date.now() > RENEW_BEFORE_MS
    ? current.accessToken
    : undefined;
}
