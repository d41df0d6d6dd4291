import type { FieldCipher } from '../../../../crypto/field-cipher';
import type { SeededRandom } from '../seeded-random';

const DAY_MS = 24 * 60 * 60 * 1000;
const OFFSET_MS = 8 * 60 * 60 * 1000;

/** What one part of the members is made with. A generator a part, so that each part is the same whatever is made beside it. */
export interface SizeSetting {
  cipher: FieldCipher;
  random: SeededRandom;
  /** The database's clock when loading began. */
  now: Date;
  branchId: string;
}

/** A moment of the day so many days ago, when shops are open. */
export function openHour({ now, random }: SizeSetting, daysAgo: number): Date {
  const midnight = Math.floor((now.getTime() + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  return new Date(midnight - daysAgo * DAY_MS + (9 * 3600 + random.below(10 * 3600)) * 1000);
}

export const daysAfter = (moment: Date, days: number): Date => new Date(moment.getTime() + days * DAY_MS);

/** Points last until the end of the year after the one they were earned in. */
export function pointsEnd(earnedAt: Date): Date {
  const year = new Date(earnedAt.getTime() + OFFSET_MS).getUTCFullYear();
  return new Date(Date.UTC(year + 2, 0, 1) - OFFSET_MS);
}

const word = (random: SeededRandom) =>
  random
    .below(2 ** 32)
    .toString(16)
    .padStart(8, '0');

/** An id from four draws, because millions of them are needed. */
export function rowId({ random }: Pick<SizeSetting, 'random'>): string {
  const digits = word(random) + word(random) + word(random) + word(random);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
}
