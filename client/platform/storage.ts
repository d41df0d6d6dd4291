import Taro from '@tarojs/taro';

/**
 * Small values that survive a restart. A full or forbidden store (private browsing) must not break a screen: reading then answers nothing,
 * and writing says whether it was kept.
 */
const PREFIX = 'club:';

export function readStored(key: string): unknown {
  try {
    const text: unknown = Taro.getStorageSync(PREFIX + key);
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

export const writeStored = (key: string, value: unknown): boolean =>
  writeStoredText(key, JSON.stringify(value));

/** For who has to know how long the JSON is before it is written. */
export function writeStoredText(key: string, json: string): boolean {
  try {
    Taro.setStorageSync(PREFIX + key, json);
    return true;
  } catch {
    return false;
  }
}

/** The keys below a prefix, without what is put before all of ours. */
export function storedKeysUnder(keyPrefix: string): string[] {
  try {
    const { keys } = Taro.getStorageInfoSync();
    return keys.filter((key) => key.startsWith(PREFIX + keyPrefix)).map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

export function removeStored(key: string): void {
  try {
    Taro.removeStorageSync(PREFIX + key);
  } catch {
    // Nothing to remove from a store that cannot be opened.
  }
}

/** Used when a person logs out: drafts and pending requests belong to the account that made them. */
export function removeStoredUnder(keyPrefix: string): void {
  storedKeysUnder(keyPrefix).forEach(removeStored);
}
