import type { Logger } from 'pino';

export interface Loop {
  /** Does not wait for the pause to end. */
  nudge(): void;
  /** Resolves when the step that is running has ended; none follows. */
  stop(): Promise<void>;
}

/**
 * Runs a step again and again, with a pause whenever it says that there was nothing to do. A step that fails is logged and tried after the pause:
 * the database may be away for a while.
 */
export function startLoop(
  step: () => Promise<'more' | 'idle'>,
  { pauseMs, log, what }: { pauseMs: number; log: Pick<Logger, 'warn'>; what: string },
): Loop {
  let stopping = false;
  let wake: () => void = () => undefined;

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    while (!stopping) {
      const outcome = await step().catch((error: unknown) => {
        log.warn({ err: error, what }, 'a job could not be done now');
        return 'idle' as const;
      });
      if (outcome === 'idle' && !stopping) await pause();
    }
  }

  const ended = run();
  return {
    nudge: () => wake(),
    stop() {
      stopping = true;
      wake();
      return ended;
    },
  };
}
