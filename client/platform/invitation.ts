import { readStored, removeStored, writeStored } from './storage';

/**
 * The code of the link by which somebody came (推荐有礼), until the first login on this phone: it is of the phone and of no account yet. A link that nobody
 * followed for a month says nothing any more.
 */
const KEY = 'invitation';
const LONGEST_MS = 30 * 86_400_000;
const SHAPE = /^[0-9A-HJKMNP-TV-Z]{12}$/;

export const isInvitation = (text: unknown): text is string => typeof text === 'string' && SHAPE.test(text);

export function keepInvitation(code: string): void {
  writeStored(KEY, { code, at: Date.now() });
}

export function keptInvitation(): string | undefined {
  const { code, at } = (readStored(KEY) ?? {}) as { code?: unknown; at?: unknown };
  const age = typeof at === 'number' ? Date.now() - at : LONGEST_MS;
  return isInvitation(code) && age < LONGEST_MS ? code : undefined;
}

export const forgetInvitation = (): void => removeStored(KEY);
