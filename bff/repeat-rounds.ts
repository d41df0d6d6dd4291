/** Work that is done again and again beside the requests. */
export interface Rounds {
  start(): void;
  /** No further round; returns once the running one has ended. */
  stop(): Promise<void>;
}

interface RoundsOptions {
  round: () => Promise<unknown>;
  /** From the end of one round to the begin of the next, so that two never overlap. */
  everyMs: number;
  /** The pause doubles with each round that fails, up to this; one that succeeds brings it back. */
  longestPauseMs?: number;
  onError: (error: unknown) => void;
}

const LONGEST_PAUSE_MS = 15_000;

/** Does `round` again and again until stopped; one that fails is told and ends nothing. No process is kept alive for the next one. */
export function repeatRounds({ round, everyMs, longestPauseMs, onError }: RoundsOptions): Rounds {
  const longestMs = Math.max(everyMs, longestPauseMs ?? LONGEST_PAUSE_MS);
  let isOn = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let failures = 0;

  async function once(): Promise<void> {
    try {
      await round();
      failures = 0;
    } catch (error) {
      failures += 1;
      onError(error);
    }
  }

  function schedule(): void {
    timer = setTimeout(
      () => {
        running = once().finally(() => {
          if (isOn) schedule();
        });
      },
      Math.min(longestMs, everyMs * 2 ** failures),
    );
    timer.unref();
  }

  return {
    start() {
      if (isOn) return;
      isOn = true;
      schedule();
    },
    async stop() {
      isOn = false;
      clearTimeout(timer);
      await running;
    },
  };
}
