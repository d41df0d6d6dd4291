import type { Known } from '../../last-known/last-known';
import { freshnessOf } from '../../last-known/read-list';

export type Part<Value> = { value: Value; asOf: string; stale?: true } | { value: null; unavailable: true };

/** What became of one read: known, fresh or not, or nothing at all. */
export type Read<Value> = Known<Value> | undefined;

export function partOf<Value, Shown>(read: Read<Value>, show: (value: Value) => Shown): Part<Shown> {
  if (!read) return { value: null, unavailable: true };
  return { value: show(read.value), ...freshnessOf(read) };
}

/**
 * A part made of several reads shows what there is of them: as old as the oldest, and stale as soon as one is stale or
 * missing, because then something may be left out.
 */
export function combinedPart<Shown>(
  reads: readonly Read<unknown>[],
  show: () => readonly Shown[],
): Part<Shown[]> {
  const known = reads.filter((read) => read !== undefined);
  if (known.length === 0) return { value: null, unavailable: true };
  const asOf = known.map((read) => read.asOf).reduce((a, b) => (Date.parse(a) <= Date.parse(b) ? a : b));
  const stale = known.length < reads.length || known.some((read) => read.stale);
  return { value: [...show()], ...freshnessOf({ asOf, stale }) };
}
