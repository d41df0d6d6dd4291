/** A small generator (mulberry32) with a fixed start: the demonstration is the same at each seeding. Nothing secret comes from it outside demo mode. */
export interface SeededRandom {
  /** 0 ≤ result < below. */
  below(below: number): number;
  uuid(): string;
}

export function createSeededRandom(start: number): SeededRandom {
  let state = start >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join('');
  return {
    below,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}
