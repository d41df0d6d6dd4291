import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RequestHandler } from 'express';
import { jitteredSeconds } from './error-mapping';
import { Problem } from './problem';

export interface OverloadOptions {
  /** Requests being worked on at once; those still sending their body do not count. */
  maxInFlight?: number;
  /** Mean delay of the event loop over the last window above which much less work is taken. */
  maxLoopDelayMs?: number;
}

export interface OverloadGate {
  middleware: RequestHandler;
  enter(): void;
  leave(): void;
  readonly inFlight: number;
  stop(): void;
}

const WINDOW_MS = 250;
const ALWAYS_ANSWERED = /^\/(health\/(live|ready)|metrics)$/;

/**
 * Work beyond what the process can finish in time only makes everybody late. Refusing it at once, before anything
 * is read or looked up, keeps the rest fast; probes are answered always.
 */
export function createOverloadGate(options: OverloadOptions = {}): OverloadGate {
  const { maxInFlight = 400, maxLoopDelayMs = 250 } = options;
  // One long turn of the loop with little to do is a hiccup, not overload.
  const busyInFlight = Math.ceil(maxInFlight / 8);
  const delay = monitorEventLoopDelay({ resolution: 20 });
  let inFlight = 0;
  let late = false;
  delay.enable();
  const timer = setInterval(() => {
    late = delay.count > 0 && delay.mean / 1e6 > maxLoopDelayMs;
    delay.reset();
  }, WINDOW_MS);
  timer.unref();
  return {
    middleware: (request, _response, next) => {
      const limit = late ? busyInFlight : maxInFlight;
      if (inFlight < limit || ALWAYS_ANSWERED.test(request.path)) return next();
      throw new Problem(503, 'OVERLOADED', '现在使用的人太多，这一次什么都没有改动。', {
        retryAfterSeconds: jitteredSeconds(2),
      });
    },
    enter: () => (inFlight += 1),
    leave: () => (inFlight -= 1),
    get inFlight() {
      return inFlight;
    },
    stop: () => {
      clearInterval(timer);
      delay.disable();
    },
  };
}
