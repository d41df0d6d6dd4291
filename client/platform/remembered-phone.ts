import { readStored, writeStored } from './storage';

/**
 * The number typed at login, kept on this phone to fill in forms: the server only ever shows it masked. It lies under `draft:`, so logging out forgets it.
 */
const KEY = 'draft:own-phone';

export function rememberedPhone(): string {
  const stored = readStored(KEY);
  return typeof stored === 'string' ? stored : '';
}

export function rememberPhone(phone: string): void {
  writeStored(KEY, phone);
}
