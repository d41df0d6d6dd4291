import { answer, type Callbacks, refuse } from './callbacks';

/** Storage as WeChat keeps it: values by key, gone only when removed. A host can be given what an earlier launch left. */
export function storageCalls(store: Map<string, unknown>): Record<string, unknown> {
  return {
    getStorageSync: (key: string) => (store.has(key) ? store.get(key) : ''),
    setStorageSync: (key: string, value: unknown) => void store.set(key, value),
    removeStorageSync: (key: string) => void store.delete(key),
    clearStorageSync: () => store.clear(),
    getStorageInfoSync: () => ({ keys: [...store.keys()], currentSize: 1, limitSize: 10240 }),
    getStorage: (call: Callbacks<{ data: unknown }> & { key: string }) =>
      store.has(call.key)
        ? answer('getStorage', call, { data: store.get(call.key) })
        : refuse('getStorage', call, 'data not found'),
    setStorage: (call: Callbacks & { key: string; data: unknown }) => {
      store.set(call.key, call.data);
      answer('setStorage', call, {});
    },
    removeStorage: (call: Callbacks & { key: string }) => {
      store.delete(call.key);
      answer('removeStorage', call, {});
    },
  };
}
