/** What one benchmark measured, and what it is meant to be (docs and budgets say why). */
export interface Figure {
  name: string;
  value: number;
  /** Stands behind the value: `kB`, `ms`, `× bare`; empty for a plain count. */
  unit: string;
  goal?: { atMost: number } | { atLeast: number };
  /** The quartiles, or the least and the most, where the value is a median. */
  spread?: { low: number; high: number };
  note?: string;
  /** `<file in config/budgets>.<limit>`: what `npm run bench -- --ratchet` lowers. Sizes and counts only, never a time. */
  budget?: string;
}

/** Detail beside the figures: one row a page, a variant, a size. */
export interface Table {
  title: string;
  columns: string[];
  rows: (string | number)[][];
}

export interface BenchResult {
  figures: Figure[];
  tables?: Table[];
}

export interface BenchContext {
  /** Feeds every generator, so that two runs do the same work. */
  seed: number;
  /** How many times a measurement is repeated; the bench's own default when nobody asked. */
  runs: number | undefined;
  /** The sizes of the club to measure at; the bench's own when nobody asked. */
  members: number[] | undefined;
  /** Where measured servers leave a CPU profile, if anybody wants one. */
  profile: string | undefined;
  /** A line about what is going on now; it goes to standard error and not into the table. */
  say(line: string): void;
}

/**
 * One benchmark: `test/bench/<name>/bench.ts` exports it as `bench`. It runs in a process of its own and puts away what
 * it started. A timing is printed beside its goal and is nobody's assertion; ratios are quoted from within one run only.
 */
export interface Bench {
  about: string;
  run(context: BenchContext): Promise<BenchResult>;
}
