const WIDTH = 30;
const BETWEEN_LINES_MS = 5_000;

interface ProgressBar {
  show(done: number, what: string): void;
  end(): void;
}

/** A bar that moves on a terminal; elsewhere, e.g. in a log, a line now and then. */
export function progressBar(stream: NodeJS.WriteStream): ProgressBar {
  const startedAt = performance.now();
  let toldAt = -BETWEEN_LINES_MS;
  const textOf = (done: number, what: string) => {
    const full = Math.round(done * WIDTH);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${String(Math.floor(done * 100)).padStart(3)} % ${what}, ${String(seconds)} s`;
  };
  return {
    show(done, what) {
      if (stream.isTTY) {
        stream.write(`\r${textOf(done, what)}\u001b[K`);
        return;
      }
      if (done < 1 && performance.now() - toldAt < BETWEEN_LINES_MS) return;
      toldAt = performance.now();
      stream.write(`${textOf(done, what)}\n`);
    },
    end() {
      if (stream.isTTY) stream.write('\n');
    },
  };
}
