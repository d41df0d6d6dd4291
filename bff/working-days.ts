import { isWorkday } from 'chinese-days';

const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

/** `2026-10-10` of an instant, as it is called in China. */
const dayOf = (at: Date): string => new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);

const midnightAfter = (at: Date): Date => {
  const shifted = at.getTime() + OFFSET_MS;
  return new Date(shifted - (shifted % DAY_MS) + DAY_MS - OFFSET_MS);
};

/** A working day of the Chinese calendar: weekends that are worked (调休) count, holidays do not. */
export const isWorkingDay = (at: Date): boolean => isWorkday(dayOf(at));

/**
 * The end of the n-th working day after the day of `from`; the day itself is not counted (民法典 201). The end is the
 * midnight that follows, exclusive. For years whose holidays are not announced yet every weekday counts as worked, so
 * that such a promise is at worst kept early.
 */
export function endOfWorkingDay(from: Date, workingDays: number): Date {
  let day = midnightAfter(from);
  for (let left = workingDays; ; day = new Date(day.getTime() + DAY_MS)) {
    if (isWorkingDay(day)) left -= 1;
    if (left <= 0) return new Date(day.getTime() + DAY_MS);
  }
}
