import type * as z from 'zod/mini';
import type { settlementPeriod } from '../../../upstream/club/contract';

export type SettlementPeriod = z.infer<typeof settlementPeriod>;

const OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar of Asia/Shanghai, which has had one offset since 1991. */
const localOf = (moment: Date) => new Date(moment.getTime() + OFFSET_MS);
const midnight = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day) - OFFSET_MS);

/** When the latest period ended: the midnight of a Monday, of the 1st or 16th, or of the 1st, at or before `now`. */
export function lastPeriodEnd(period: SettlementPeriod, now: Date): Date {
  const local = localOf(now);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  if (period === 'week') return midnight(year, month, day - ((local.getUTCDay() + 6) % 7));
  return midnight(year, month, period === 'halfMonth' && day >= 16 ? 16 : 1);
}

/** When the period that is running ends. */
export function nextPeriodEnd(period: SettlementPeriod, now: Date): Date {
  const start = localOf(lastPeriodEnd(period, now));
  const [year, month, day] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  if (period === 'week') return midnight(year, month, day + 7);
  return period === 'halfMonth' && day === 1 ? midnight(year, month, 16) : midnight(year, month + 1, 1);
}

/** The calendar day in Shanghai. */
export const localDay = (moment: Date): string => localOf(moment).toISOString().slice(0, 10);

/** The day before a midnight: the last one of the period that ended there. */
export const dayBefore = (moment: Date): string => localDay(new Date(moment.getTime() - DAY_MS));
