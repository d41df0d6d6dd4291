/** The value below which this share of the samples lies (nearest rank, so it is always one that was measured). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
  if (value === undefined) throw new Error('no samples');
  return value;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** The middle half of the samples. */
export const quartiles = (samples: readonly number[]): { low: number; high: number } => ({
  low: percentile(samples, 0.25),
  high: percentile(samples, 0.75),
});
