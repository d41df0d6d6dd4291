/**
 * The `wx` object. A name the host does not know is absent, as on a phone that is too old; calling it anyway is recorded as an error, so that a new platform
 * call cannot slip into the client without a stand-in here.
 */
export function makeWx(calls: Record<string, unknown>, onUnknown: (name: string) => void): object {
  return new Proxy(calls, {
    get(target, name, receiver) {
      if (typeof name === 'symbol' || Reflect.has(target, name) || QUIET.has(name))
        return Reflect.get(target, name, receiver) as unknown;
      return (...args: unknown[]) => {
        onUnknown(name);
        const [call] = args as [{ fail?: (error: { errMsg: string }) => void } | undefined];
        call?.fail?.({ errMsg: `${name}:fail not supported by the host` });
      };
    },
  });
}

/** Looked at by Taro before anyone calls them. */
const QUIET = new Set(['webpackJsonp', 'cloud', 'then', 'toJSON', 'worklet', 'loadFontFace']);
