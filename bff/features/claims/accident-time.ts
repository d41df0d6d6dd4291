import { invalidInput } from '../../http/problem';

/** Clocks of phones are wrong by minutes; more than this is a typing mistake. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;
/** 保险法 26. */
const TIME_BAR_YEARS = 2;

/**
 * What core would refuse must not be taken into the queue either: nobody would hear of it before core is back.
 * @throws Problem 422 INVALID_INPUT
 */
export function refuseImpossibleTime(occurredAt: string, nowMs: number): void {
  const at = new Date(occurredAt);
  const barred = new Date(occurredAt);
  barred.setUTCFullYear(barred.getUTCFullYear() + TIME_BAR_YEARS);
  const refusal =
    at.getTime() > nowMs + CLOCK_TOLERANCE_MS
      ? { code: 'IN_FUTURE', message: '出险时间在将来，请检查日期和时间' }
      : nowMs >= barred.getTime()
        ? {
            code: 'TOO_LONG_AGO',
            message: '出险时间已经超过两年，这里不能报案。请检查日期；日期没错的，请打电话说明情况',
          }
        : undefined;
  if (refusal) throw invalidInput([{ path: 'occurredAt', ...refusal }]);
}
