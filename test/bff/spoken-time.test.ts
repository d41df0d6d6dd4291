import { spokenDay, spokenInstant } from '../../bff/spoken-time';

const now = new Date('2026-11-22T16:30:00+08:00');

describe('times as people say them', () => {
  test.each([
    ['2026-11-22T14:05:00+08:00', '今天 14:05'],
    ['2026-11-22T00:00:00+08:00', '今天 00:00'],
    ['2026-11-21T23:59:59+08:00', '昨天 23:59'],
    ['2026-11-18T10:22:00+08:00', '11月18日 10:22'],
    ['2025-12-31T09:20:00+08:00', '2025年12月31日 09:20'],
    ['2026-11-21T16:01:00Z', '今天 00:01'],
  ])('%s is %s', (at, words) => {
    expect(spokenInstant(new Date(at), now)).toBe(words);
  });

  test('a day carries its year only when it is not this one', () => {
    expect(spokenDay(new Date('2026-12-20T23:59:59+08:00'), now)).toBe('12月20日');
    expect(spokenDay(new Date('2027-01-03T00:00:00+08:00'), now)).toBe('2027年1月3日');
  });
});
