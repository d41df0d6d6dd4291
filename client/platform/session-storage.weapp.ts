import { readStored, removeStored, writeStored } from './storage';
import type { StoredSession } from './session-types';

const KEY = 'session';

/** WeChat's storage belongs to this mini-program alone, so tokens rest there between launches. */
export function loadSession(): StoredSession | undefined {
  const stored = readStored(KEY) as Partial<StoredSession> | undefined;
  if (typeof stored?.refreshToken !== 'string') return undefined;
  return {
    refreshToken: stored.refreshToken,
    accessToken: stored.accessToken,
    accessTokenExpiresAt: stored.accessTokenExpiresAt,
  };
}

export function saveSession(session: StoredSession): void {
  writeStored(KEY, session);
}

export function clearSession(): void {
  removeStored(KEY);
}
