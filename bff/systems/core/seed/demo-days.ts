const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

/** Days relative to one instant of the database's clock, all at midnight in Asia/Shanghai. */
export interface DemoDays {
  now: Date;
  /** Midnight, so many days from today; `years` moves the calendar year as well. */
  day(days: number, years?: number): Date;
}

export function demoDays(now: Date): DemoDays {
  const shifted = new Date(now.getTime() + OFFSET_MS);
  return {
    now,
    day(days, years = 0) {
      const midnight = Date.UTC(
        shifted.getUTCFullYear() + years,
        shifted.getUTCMonth(),
        shifted.getUTCDate(),
      );
      return new Date(midnight + days * DAY_MS - OFFSET_MS);
    },
  };
}

export const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
