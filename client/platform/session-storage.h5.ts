import { readStored, removeStored, writeStored } from './storage';
import type { StoredSession } from './session-types';

const KEY = 'signed-in';

/** Only the fact of a session is kept: the refresh token is in a cookie no script can read, the access token in memory. */
export function loadSession(): StoredSession | undefined {
  return readStored(KEY) === true ? {} : undefined;
}

export function saveSession(_session: StoredSession): void {
  writeStored(KEY, true);
}

export function clearSession(): void {
  removeStored(KEY);
}
