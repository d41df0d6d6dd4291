/**
 * WeChat's logic layer is JavaScript and little more. Every other name that this process knows (the browser's from jsdom, Node's own) is hidden from the
 * bundle, so that a use of `document`, `URL`, `AbortController` or `Intl` fails here as it fails on a phone.
 */
const LANGUAGE = new Set(
  (
    'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error AggregateError EvalError ' +
    'RangeError ReferenceError SyntaxError TypeError URIError JSON Math ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array ' +
    'Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef Proxy Reflect ' +
    'decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN ' +
    'console setTimeout clearTimeout setInterval clearInterval'
  ).split(' '),
);

/** Names that a function's parameters may not have, or that are not own properties of the global object but must be hidden. */
const ALWAYS_HIDDEN = [
  'globalThis',
  'window',
  'self',
  'global',
  'process',
  'Buffer',
  'document',
  'navigator',
  'location',
  'fetch',
  'AbortController',
  'AbortSignal',
  'URL',
  'Intl',
  'crypto',
  'performance',
  'queueMicrotask',
  'structuredClone',
  'TextEncoder',
  'TextDecoder',
  'localStorage',
  'sessionStorage',
  'XMLHttpRequest',
  'Event',
  'EventTarget',
  'setImmediate',
  'requestAnimationFrame',
];

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

export function hiddenNames(): string[] {
  const known: string[] = [];
  for (
    let holder: object | null = globalThis;
    holder;
    holder = Object.getPrototypeOf(holder) as object | null
  ) {
    known.push(...Object.getOwnPropertyNames(holder));
  }
  const hidden = [...ALWAYS_HIDDEN, ...known].filter(
    (name) => IDENTIFIER.test(name) && !LANGUAGE.has(name) && !GIVEN.has(name),
  );
  return [...new Set(hidden)];
}

/** What WeChat hands to every file; see module-loader.ts. */
const GIVEN = new Set([
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'require',
  'module',
  'exports',
]);
