import { setTimeout as after } from 'node:timers/promises';

/**
 * Answers no earlier than the floor, whatever came out: how long a refusal took must not tell an existing number from
 * one that nobody has.
 */
export async function noEarlierThan<Result>(floorMs: number, work: () => Promise<Result>): Promise<Result> {
  const [outcome] = await Promise.allSettled([work(), after(floorMs)]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
