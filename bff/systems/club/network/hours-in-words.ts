export interface WeekHours {
  opensMinute: number;
  closesMinute: number;
  /** ISO weekdays, in order. */
  openWeekdays: readonly number[];
}

const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const nameOf = (weekday: number) => names[weekday - 1] ?? '';

/** 570 → 9:30; beyond midnight 次日 1:00. */
export function clock(minute: number): string {
  const hour = Math.floor((minute % 1440) / 60);
  const text = `${String(hour)}:${String(minute % 60).padStart(2, '0')}`;
  return minute > 1440 ? `次日 ${text}` : minute === 1440 ? '24:00' : text;
}

function daysInWords(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return '每天';
  const [first = 1] = weekdays;
  const last = weekdays.at(-1) ?? first;
  const inARow = last - first === weekdays.length - 1 && weekdays.length > 2;
  return inARow ? `${nameOf(first)}至${nameOf(last)}` : weekdays.map(nameOf).join('、');
}

/** 每天 8:00–20:00, 周一至周五 9:00–18:00, 24 小时. */
export function hoursInWords({ opensMinute, closesMinute, openWeekdays }: WeekHours): string {
  const allDay = opensMinute === 0 && closesMinute === 1440;
  if (allDay && openWeekdays.length === 7) return '24 小时';
  const hours = allDay ? '全天' : `${clock(opensMinute)}–${clock(closesMinute)}`;
  return `${daysInWords(openWeekdays)} ${hours}`;
}

/** What is said of a day that differs from the week. */
export function specialDayInWords(day: {
  opensMinute: number | null;
  closesMinute: number | null;
  note: string;
}): string {
  const { opensMinute, closesMinute, note } = day;
  if (opensMinute === null || closesMinute === null) return `今天休息（${note}）`;
  return `今天 ${clock(opensMinute)}–${clock(closesMinute)}（${note}）`;
}
