import { yuan } from '../../../../../bff/systems/core/rules/money-words';
import { dayStamp, laterTimeWords, timeWords } from '../../../../../bff/systems/core/rules/time-words';

test.each([
  [0, '¥0.00'],
  [5, '¥0.05'],
  [100, '¥1.00'],
  [123_450, '¥1,234.50'],
  [200_000_000, '¥2,000,000.00'],
  [-12_000, '−¥120.00'],
])('%d fen is read as %s', (fen, words) => expect(yuan(fen)).toBe(words));

const now = new Date('2026-11-22T14:05:00+08:00');

test.each([
  ['2026-11-22T14:11:00+08:00', '14:11'],
  ['2026-11-22T00:00:00+08:00', '00:00'],
  ['2026-11-21T23:59:00+08:00', '昨天 23:59'],
  ['2026-11-23T14:01:00+08:00', '明天 14:01'],
  ['2026-11-18T10:22:00+08:00', '11月18日 10:22'],
  ['2025-12-31T23:59:00+08:00', '2025年12月31日 23:59'],
])('%s is said as %s', (at, words) => expect(timeWords(new Date(at), now)).toBe(words));

test('the day is said once in a sentence', () => {
  const first = new Date('2026-11-18T10:20:00+08:00');
  expect(laterTimeWords(new Date('2026-11-18T10:22:00+08:00'), first, now)).toBe('10:22');
  expect(laterTimeWords(new Date('2026-11-19T00:02:00+08:00'), first, now)).toBe('11月19日 00:02');
});

test('the stamp in a number is the day in China', () => {
  expect(dayStamp(new Date('2026-11-21T16:30:00Z'))).toBe('261122');
});
