import type { MeasuredProcess } from '../proxy/measured-process';

const LOOK_EVERY_MS = 20;

export interface Watched {
  seconds: number;
  /** How far the process grew beyond what it had before, at its largest. */
  grownBytes: number;
  cpuMicroseconds: number;
}

/** Looks at the process again and again while the work goes on. */
export async function watchMemory(process: MeasuredProcess, work: () => Promise<unknown>): Promise<Watched> {
  const before = await process.residentBytes();
  const cpuBefore = await process.cpuMicroseconds();
  let largest = before;
  let done = false;
  const startedAt = performance.now();
  const working = work().finally(() => (done = true));
  const watching = (async () => {
    while (!done) {
      largest = Math.max(largest, await process.residentBytes());
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  })();
  await Promise.all([working, watching]);
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuMicroseconds = (await process.cpuMicroseconds()) - cpuBefore;
  return { seconds, grownBytes: largest - before, cpuMicroseconds };
}
