import { create } from 'zustand';
import { dropAllKept, dropUnreadableKept } from '@/platform/kept-answers';
import { forgetAccountPreferences } from '@/platform/preferences';
import { clearSession, loadSession, saveSession } from '@/platform/session-storage';
import type { StoredSession } from '@/platform/session-types';
import { readStored, removeStored, removeStoredUnder, writeStored } from '@/platform/storage';
import { bringBack, erasePutAway, handOver, putAway } from '@/platform/put-away';
import {
  eraseWaitingWrites,
  forgetWaitingWrites,
  handOverWaitingWrites,
  loadWaitingWrites,
} from '@/platform/waiting-writes';

/** What every login answers with, as far as the session is concerned. */
export interface SessionAnswer {
  accessToken: string;
  accessTokenExpiresAt: string;
  refreshToken?: string;
  account?: { id: string; phoneMasked: string | null; mergedFrom?: readonly string[] };
}

interface SessionState {
  signedIn: boolean;
  /** Whose what is kept on this phone is; undefined while nobody's can be kept. */
  accountId: string | undefined;
  /** A session of this person ended by itself: they are asked to come back, not to come in. */
  lapsed: boolean;
}

/** Renewed this long before it lapses, so that a request does not have to come back with 401 first. */
const RENEW_BEFORE_MS = 20_000;

/** Outlives the session: who comes next may be somebody else. */
const LAST_ACCOUNT = 'last-account';

let current: StoredSession | undefined;

export const useSession = create<SessionState>(() => ({
  signedIn: false,
  accountId: undefined,
  lapsed: false,
}));
export const useSignedIn = (): boolean => useSession((state) => state.signedIn);
export const useLapsed = (): boolean => useSession((state) => state.lapsed);

const lastAccount = (): string | undefined => {
  const stored = readStored(LAST_ACCOUNT);
  return typeof stored === 'string' ? stored : undefined;
};

export function restoreSession(): void {
  current = loadSession();
  const accountId = current && lastAccount();
  useSession.setState({ signedIn: current !== undefined, accountId });
  dropUnreadableKept(accountId);
  const last = lastAccount();
  if (last !== undefined) bringBack(last);
  loadWaitingWrites(last);
}

/** Drafts, requests and answers of one account; a report of an accident and its photos only go out of sight. */
function forgetAccount(account: string | undefined): void {
  if (account !== undefined) putAway(account);
  removeStoredUnder('draft:');
  removeStoredUnder('pending:');
  dropAllKept();
  forgetWaitingWrites();
  forgetAccountPreferences();
}

/** An account without a phone owns nothing yet: binding one may make it another account. */
function ownerOf(account: SessionAnswer['account']): string | undefined {
  if (!account) return useSession.getState().accountId;
  return account.phoneMasked === null ? undefined : account.id;
}

export function startSession(answer: SessionAnswer): void {
  const { accessToken, accessTokenExpiresAt, refreshToken, account } = answer;
  const accountId = ownerOf(account);
  const last = lastAccount();
  if (accountId !== undefined) {
    let hasNews = accountId !== last;
    if (hasNews) {
      if (last !== undefined) forgetAccount(last);
      writeStored(LAST_ACCOUNT, accountId);
    }
    // Only the server says which accounts are one.
    for (const from of account?.mergedFrom ?? []) {
      handOver(from, accountId);
      hasNews = handOverWaitingWrites(from, accountId) || hasNews;
    }
    bringBack(accountId);
    if (hasNews) loadWaitingWrites(accountId);
  }
  current = { accessToken, accessTokenExpiresAt, refreshToken };
  saveSession(current);
  useSession.setState({ signedIn: true, accountId, lapsed: false });
}

/** The server no longer knows us. Drafts and pending requests stay: the same person will log in again. What was read goes: it can be read again. */
export function loseSession(): void {
  current = undefined;
  clearSession();
  useSession.setState({ signedIn: false, accountId: undefined, lapsed: true });
  dropAllKept();
}

/** The person logs out: what was being written goes with the account, except for reports and photos of an accident. */
export function endSession({ erase = false } = {}): void {
  const account = lastAccount();
  // Before anybody hears of it: who looks then must find nothing.
  forgetAccount(account);
  if (erase && account !== undefined) {
    erasePutAway(account);
    eraseWaitingWrites(account);
  }
  loseSession();
  useSession.setState({ lapsed: false });
  removeStored(LAST_ACCOUNT);
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
