import { timeWords } from '../messages';

/**
 * Instants and dates in words, always in Asia/Shanghai, whatever the phone is set to. China has kept +08:00 without summer time since 1991, and nothing
 * here is older, so the offset is arithmetic and needs no time-zone data, which older phones lack.
 */
const OFFSET_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

type Instant = string | number | Date;

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  dayNumber: number;
}

const millis = (instant: Instant): number => new Date(instant).getTime();
const two = (value: number): string => String(value).padStart(2, '0');

function partsOf(instant: Instant): Parts {
  const shifted = millis(instant) + OFFSET_MS;
  const there = new Date(shifted);
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
    dayNumber: Math.floor(shifted / DAY_MS),
  };
}

/** `14:05` */
export function formatClock(instant: Instant): string {
  const { hour, minute } = partsOf(instant);
  return `${two(hour)}:${two(minute)}`;
}

const DAY_WORDS: Record<string, string> = {
  '-1': timeWords.yesterday,
  '0': timeWords.today,
  '1': timeWords.tomorrow,
};

function dayWords(at: Parts, now: Parts, withYear: boolean): string {
  const near = DAY_WORDS[String(at.dayNumber - now.dayNumber)];
  if (near) return near;
  const date = timeWords.day(at.month, at.day);
  return withYear || at.year !== now.year ? timeWords.withYear(at.year, date) : date;
}

/** `今天 14:05`, `昨天 09:20`, `11月18日 10:22`; the year only when it is another one. */
export function formatInstant(instant: Instant, now: Instant = Date.now()): string {
  return `${dayWords(partsOf(instant), partsOf(now), false)} ${formatClock(instant)}`;
}

/** `今天`, `明天`, `11月18日`, `2027年3月1日`, of an instant or of a plain `YYYY-MM-DD`. */
export function formatDay(day: Instant, now: Instant = Date.now()): string {
  return dayWords(partsOf(atShanghai(day)), partsOf(now), false);
}

/** With its year, for contracts and deadlines: `2027年3月1日`. */
export function formatFullDate(day: Instant): string {
  const { year, month, day: dayOfMonth } = partsOf(atShanghai(day));
  return timeWords.fullDate(year, month, dayOfMonth);
}

/** A plain date is midnight in Shanghai, not in Greenwich. */
function atShanghai(day: Instant): Instant {
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00+08:00` : day;
}

/**
 * The end of a validity `[from, until)`: midnight is the end of the day before, as contracts say it (`2027年3月1日 24:00`).
 */
export function formatEnd(until: Instant): string {
  const end = partsOf(until);
  if (end.hour !== 0 || end.minute !== 0) return `${formatFullDate(until)} ${formatClock(until)}`;
  return `${formatFullDate(millis(until) - MINUTE_MS)} 24:00`;
}

/** The last day on which something still holds, in short: `2027年3月1日`. */
export const formatLastDay = (until: Instant): string => formatFullDate(millis(until) - 1);

/** Calendar days from today to the last day of `[from, until)`: 0 on the last day itself, negative afterwards. */
export function daysLeft(until: Instant, now: Instant = Date.now()): number {
  return partsOf(millis(until) - 1).dayNumber - partsOf(now).dayNumber;
}

/** `45 秒`, `6 分钟`, `3 小时`, `2 天`: one unit, the largest that fits, rounded up so that a promise never looks shorter than it is. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.ceil(Math.abs(durationMs) / 1000);
  if (seconds < 60) return timeWords.seconds(seconds);
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return timeWords.minutes(minutes);
  const hours = Math.ceil(minutes / 60);
  return hours <= 48 ? timeWords.hours(hours) : timeWords.days(Math.ceil(hours / 24));
}

/** `还剩 6 分钟` before a deadline, `晚了 2 分钟` after it. */
export function formatRemaining(dueAt: Instant, now: Instant = Date.now()): string {
  const remainingMs = millis(dueAt) - millis(now);
  return remainingMs >= 0
    ? timeWords.remaining(formatDuration(remainingMs))
    : timeWords.late(formatDuration(remainingMs));
}

/** How old something is: `刚刚`, `6 分钟前`, `2 小时前`, `3 天前`; rounded down, age is never exaggerated. */
export function formatAge(at: Instant, now: Instant = Date.now()): string {
  const minutes = Math.floor(Math.max(0, millis(now) - millis(at)) / MINUTE_MS);
  if (minutes < 1) return timeWords.justNow;
  if (minutes < 60) return timeWords.minutesAgo(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? timeWords.hoursAgo(hours) : timeWords.daysAgo(Math.floor(hours / 24));
}

/** 早上好 and its sisters, by the clock in Shanghai. */
export function greeting(now: Instant = Date.now()): string {
  const { hour } = partsOf(now);
  if (hour < 5) return timeWords.lateNight;
  if (hour < 11) return timeWords.morning;
  if (hour < 13) return timeWords.noon;
  return hour < 18 ? timeWords.afternoon : timeWords.evening;
}

/** The present moment as the API takes it: `2026-11-22T14:05:00+08:00`. */
export function toShanghaiIso(instant: Instant): string {
  const there = new Date(millis(instant) + OFFSET_MS).toISOString();
  return `${there.slice(0, 19)}+08:00`;
}
