/** How many ask at the same time, in every way of doing the same. */
export const CONCURRENCY = 8;

export interface Measured {
  perSecond: number;
  latencies: number[];
  /** Of all Node processes that took part, a unit of work; undefined where it is not theirs to say. */
  cpuMs?: number;
}

/** One way to do the same work: the units from `first` on, each once. */
export interface Way {
  name: string;
  work(first: number, count: number): Promise<Measured>;
}

/** Closed loop in this process over units that are told apart by their number. */
export async function atOnce(
  { first, count }: { first: number; count: number },
  unit: (number: number) => Promise<void>,
): Promise<Measured> {
  const latencies: number[] = [];
  let next = first;
  const slot = async () => {
    while (next < first + count) {
      const number = next++;
      const startedAt = performance.now();
      await unit(number);
      latencies.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: CONCURRENCY }, slot));
  return { perSecond: count / ((performance.now() - startedAt) / 1000), latencies };
}
