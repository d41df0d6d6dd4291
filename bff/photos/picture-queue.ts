import { photoProblems } from './photo-problems';

/**
 * Decoding a picture takes a core and up to 160 MB for a moment. A few run at a time, a few more wait in order, and
 * who comes after that is told to come back: waiting longer than a phone's patience helps nobody.
 */
export interface PictureQueue {
  /** @throws Problem 503 PHOTOS_BUSY when too many wait already; nothing was done then */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

export function createPictureQueue({ atOnce = 2, waiting = 24 } = {}): PictureQueue {
  let running = 0;
  const waiters: (() => void)[] = [];

  async function enter(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (waiters.length >= waiting) throw photoProblems.busy();
    // The place is handed over directly, so nobody can slip in between.
    await new Promise<void>((resolve) => waiters.push(resolve));
  }

  function leave(): void {
    const next = waiters.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
