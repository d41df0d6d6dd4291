import {
  daysLeft,
  formatAge,
  formatDay,
  formatDuration,
  formatEnd,
  formatFullDate,
  formatInstant,
  formatLastDay,
  formatRemaining,
  greeting,
  toShanghaiIso,
} from '@/ui/format/time';

/** Just before midnight in Greenwich it is already the next morning in Shanghai. */
const NOW = '2026-11-22T14:05:00+08:00';

describe('instants in words, in Shanghai whatever the phone is set to', () => {
  it.each([
    ['2026-11-22T14:05:00+08:00', '今天 14:05'],
    ['2026-11-22T00:00:00+08:00', '今天 00:00'],
    ['2026-11-21T23:59:59+08:00', '昨天 23:59'],
    ['2026-11-23T09:20:00+08:00', '明天 09:20'],
    ['2026-11-18T10:22:00+08:00', '11月18日 10:22'],
    ['2025-11-18T10:22:00+08:00', '2025年11月18日 10:22'],
    ['2026-11-21T16:30:00Z', '今天 00:30'],
  ])('%s is %s', (instant, words) => expect(formatInstant(instant, NOW)).toBe(words));

  it('reads a plain date as a day in Shanghai', () => {
    expect(formatDay('2026-11-22', NOW)).toBe('今天');
    expect(formatDay('2026-12-20', NOW)).toBe('12月20日');
    expect(formatFullDate('2027-03-01')).toBe('2027年3月1日');
  });
});

describe('the end of a validity that excludes its end', () => {
  it('shows midnight as 24:00 of the day before, as a policy says it', () => {
    expect(formatEnd('2027-03-02T00:00:00+08:00')).toBe('2027年3月1日 24:00');
    expect(formatEnd('2027-01-01T00:00:00+08:00')).toBe('2026年12月31日 24:00');
    expect(formatEnd('2027-03-02T12:00:00+08:00')).toBe('2027年3月2日 12:00');
  });

  it('counts the days that are left, the last day being none', () => {
    expect(formatLastDay('2027-03-02T00:00:00+08:00')).toBe('2027年3月1日');
    expect(daysLeft('2026-11-23T00:00:00+08:00', NOW)).toBe(0);
    expect(daysLeft('2026-12-21T00:00:00+08:00', NOW)).toBe(28);
    expect(daysLeft('2026-11-22T00:00:00+08:00', NOW)).toBe(-1);
  });
});

describe('durations', () => {
  it.each([
    [0, '0 秒'],
    [500, '1 秒'],
    [45_000, '45 秒'],
    [60_000, '1 分钟'],
    [61_000, '2 分钟'],
    [3_600_000, '1 小时'],
    [47.5 * 3_600_000, '48 小时'],
    [49 * 3_600_000, '3 天'],
  ])('%d ms is %s', (durationMs, words) => expect(formatDuration(durationMs)).toBe(words));

  it('tells what remains and what is late', () => {
    expect(formatRemaining('2026-11-22T14:11:00+08:00', NOW)).toBe('还剩 6 分钟');
    expect(formatRemaining('2026-11-22T14:03:00+08:00', NOW)).toBe('晚了 2 分钟');
  });

  it('never exaggerates an age, and never shows a negative one', () => {
    expect(formatAge('2026-11-22T14:04:30+08:00', NOW)).toBe('刚刚');
    expect(formatAge('2026-11-22T12:06:00+08:00', NOW)).toBe('1 小时前');
    expect(formatAge('2026-11-19T12:00:00+08:00', NOW)).toBe('3 天前');
    expect(formatAge('2026-11-22T14:06:00+08:00', NOW)).toBe('刚刚');
  });

  it('greets by the clock in Shanghai and writes it for the API', () => {
    expect(greeting('2026-11-22T06:05:00Z')).toBe('下午好');
    expect(greeting('2026-11-22T22:00:00Z')).toBe('早上好');
    expect(toShanghaiIso('2026-11-22T06:05:00Z')).toBe('2026-11-22T14:05:00+08:00');
  });
});
