const DAY_MS = 24 * 60 * 60 * 1000;
const OFFSET_MS = 8 * 60 * 60 * 1000;

const two = (value: number) => String(value).padStart(2, '0');
/** The calendar of Asia/Shanghai, read through UTC. */
const inShanghai = (at: Date) => new Date(at.getTime() + OFFSET_MS);
const dayNumber = (at: Date) => Math.floor((at.getTime() + OFFSET_MS) / DAY_MS);

/** 今天 14:05, 昨天 09:20, 11月18日 10:22, and with the year only when it is not this one. */
export function spokenInstant(at: Date, now: Date): string {
  const local = inShanghai(at);
  const clock = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
  const daysAgo = dayNumber(now) - dayNumber(at);
  if (daysAgo === 0) return `今天 ${clock}`;
  if (daysAgo === 1) return `昨天 ${clock}`;
  return `${spokenDay(at, now)} ${clock}`;
}

/** 11月18日, or 2027年1月3日 when it is not this year. */
export function spokenDay(at: Date, now: Date): string {
  const local = inShanghai(at);
  const day = `${String(local.getUTCMonth() + 1)}月${String(local.getUTCDate())}日`;
  const sameYear = local.getUTCFullYear() === inShanghai(now).getUTCFullYear();
  return sameYear ? day : `${String(local.getUTCFullYear())}年${day}`;
}
