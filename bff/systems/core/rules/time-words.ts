const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

interface ShanghaiTime {
  year: number;
  month: number;
  day: number;
  clock: string;
}

const DAY_MS = 86_400_000;

export function shanghaiTime(at: Date): ShanghaiTime {
  const found = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    year: Number(found.get('year')),
    month: Number(found.get('month')),
    day: Number(found.get('day')),
    clock: `${found.get('hour') ?? ''}:${found.get('minute') ?? ''}`,
  };
}

const sameDay = (one: ShanghaiTime, other: ShanghaiTime) =>
  one.year === other.year && one.month === other.month && one.day === other.day;

/**
 * An instant as people say it, seen from `now`: 14:05 (today), 昨天 09:20, 明天 14:01, 11月18日 10:22, and with the
 * year only when it is another one.
 */
export function timeWords(at: Date, now: Date): string {
  const time = shanghaiTime(at);
  const today = shanghaiTime(now);
  if (sameDay(time, today)) return time.clock;
  if (sameDay(time, shanghaiTime(new Date(now.getTime() - DAY_MS)))) return `昨天 ${time.clock}`;
  if (sameDay(time, shanghaiTime(new Date(now.getTime() + DAY_MS)))) return `明天 ${time.clock}`;
  const date = `${time.month}月${time.day}日 ${time.clock}`;
  return time.year === today.year ? date : `${time.year}年${date}`;
}

/** The second of two instants in one sentence: its day is said only when it differs from the first one's. */
export function laterTimeWords(at: Date, first: Date, now: Date): string {
  const time = shanghaiTime(at);
  return sameDay(time, shanghaiTime(first)) ? time.clock : timeWords(at, now);
}

/** `261122`: the day in China, for numbers that people read out on the phone. */
export function dayStamp(at: Date): string {
  const { year, month, day } = shanghaiTime(at);
  return [year % 100, month, day].map((part) => String(part).padStart(2, '0')).join('');
}
