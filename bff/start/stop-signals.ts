/** npm hands on the signal that the terminal has already sent to everybody: two within a moment are one. */
const SAME_SIGNAL_MS = 1_500;

/** The first signal asks for a stop in good order; somebody who asks again later wants it at once. */
export function onStopSignal(stop: () => void): void {
  let firstAt: number | undefined;
  const handle = () => {
    if (firstAt === undefined) {
      firstAt = Date.now();
      stop();
    } else if (Date.now() - firstAt > SAME_SIGNAL_MS) process.exit(1);
  };
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
}

const LOOK_EVERY_MS = 500;

/**
 * npm that is killed takes nobody along: without this the server would live on, unseen, and hold the port against the next start.
 * Only for a process that npm started; one started by hand or by a supervisor may well outlive its parent.
 */
export function onParentGone(startedByNpm: boolean, stop: () => void): void {
  if (!startedByNpm) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, LOOK_EVERY_MS);
  watch.unref();
}
