/**
 * WeChat's script engines have no AbortController. This is what reads that are given up need of it: one signal, told once; written for those engines,
 * and a seventh of the package that imitates the whole of the browser's events.
 */
'use strict';

class AbortSignal {
  constructor() {
    this.aborted = false;
    this.reason = undefined;
    this.onabort = null;
    this.listeners = new Set();
  }

  addEventListener(type, listener) {
    if (type === 'abort') this.listeners.add(listener);
  }

  removeEventListener(type, listener) {
    if (type === 'abort') this.listeners.delete(listener);
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }
}

function abortError() {
  const error = new Error('This operation was aborted');
  error.name = 'AbortError';
  return error;
}

class AbortController {
  constructor() {
    this.signal = new AbortSignal();
  }

  abort(reason = abortError()) {
    const { signal } = this;
    if (signal.aborted) return;
    signal.aborted = true;
    signal.reason = reason;
    const told = [...signal.listeners];
    signal.listeners.clear();
    if (signal.onabort) signal.onabort({ type: 'abort', target: signal });
    for (const listener of told) listener.call(signal, { type: 'abort', target: signal });
  }
}

module.exports = { AbortController };
