/**
 * The `wx` object. A name the host does not know is absent, as on a phone that is too old; calling it anyway is recorded as an error, so that a new platform
 * call cannot slip into the client without a stand-in here.
 */
export function makeWx(calls: Record<string, unknown>, onUnknown: (name: string) => void): object {
  return new Proxy(calls, {
    get(target, name, receiver) {
      if (Object.hasOwn(target, name)) return promising(Reflect.get(target, name, receiver));
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

interface Waiting {
  success?: (answer: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (answer: unknown) => void;
}

const isPlain = (value: unknown): value is Waiting =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** WeChat answers a call that brings no callbacks with a promise; Taro leaves its newer calls to that. */
function promising(call: unknown): unknown {
  if (typeof call !== 'function') return call;
  return (...args: unknown[]): unknown => {
    const run = call as (...given: unknown[]) => unknown;
    const [what] = args;
    if (args.length !== 1 || !isPlain(what) || what.success || what.fail || what.complete)
      return run(...args);
    let returned: unknown;
    const promised = new Promise((success, fail) => {
      returned = run({ ...what, success, fail });
    });
    promised.catch(() => undefined);
    return returned ?? promised;
  };
}
