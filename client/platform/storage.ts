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

export function writeStored(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
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
  try {
    const { keys } = Taro.getStorageInfoSync();
    for (const key of keys) if (key.startsWith(PREFIX + keyPrefix)) Taro.removeStorageSync(key);
  } catch {
    // As above.
  }
}
