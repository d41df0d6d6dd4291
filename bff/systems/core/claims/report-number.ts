import { randomInt } from 'node:crypto';
import { dayStamp } from '../rules/time-words';

/**
 * 报案号. Opaque: nobody may parse it. Random, because a running number would tell how many accidents there are, and all
 * digits after the prefix, because people read it out on the phone. Demo numbers say so.
 */
export function newReportNumber(at: Date, demo: boolean): string {
  const random = String(randomInt(100_000_000)).padStart(8, '0');
  return `${demo ? 'DEMO' : 'R'}-${dayStamp(at)}-${random}`;
}
