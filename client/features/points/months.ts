import type { PointsEntry } from '../../../bff/features/points/contract';

export interface Month {
  /** 2026-11 */
  key: string;
  month: number;
  earned: number;
  spent: number;
}

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const MONTHS = 12;

const monthKey = (atMs: number): string => new Date(atMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 7);

/** The twelve months up to the present one, oldest first, each with what was earned and what was spent or lapsed. */
export function lastTwelveMonths(entries: readonly PointsEntry[], nowMs: number): Month[] {
  const [year = 0, month = 1] = monthKey(nowMs).split('-').map(Number);
  const months: Month[] = Array.from({ length: MONTHS }, (_, index) => {
    const at = new Date(Date.UTC(year, month - MONTHS + index, 1));
    return { key: at.toISOString().slice(0, 7), month: at.getUTCMonth() + 1, earned: 0, spent: 0 };
  });
  const byKey = new Map(months.map((entry) => [entry.key, entry]));
  for (const entry of entries) {
    const found = byKey.get(monthKey(Date.parse(entry.at)));
    if (!found) continue;
    if (entry.points > 0) found.earned += entry.points;
    else found.spent -= entry.points;
  }
  return months;
}
