import fc from 'fast-check';
import { clock, hoursInWords, specialDayInWords } from '../../../../bff/systems/club/network/hours-in-words';
import { boxAround } from '../../../../bff/systems/club/network/near-by';
import { dayBefore, lastPeriodEnd, nextPeriodEnd } from '../../../../bff/systems/club/settlement/period';
import { sheetText } from '../../../../bff/systems/club/settlement/sheet-text';

describe('a period of settlement', () => {
  it.each([
    ['month', '2026-11-22T10:00:00+08:00', '2026-11-01T00:00:00+08:00', '2026-12-01T00:00:00+08:00'],
    ['month', '2026-12-31T23:59:59+08:00', '2026-12-01T00:00:00+08:00', '2027-01-01T00:00:00+08:00'],
    ['month', '2027-01-01T00:00:00+08:00', '2027-01-01T00:00:00+08:00', '2027-02-01T00:00:00+08:00'],
    ['halfMonth', '2026-11-15T23:59:59+08:00', '2026-11-01T00:00:00+08:00', '2026-11-16T00:00:00+08:00'],
    ['halfMonth', '2026-02-16T00:00:00+08:00', '2026-02-16T00:00:00+08:00', '2026-03-01T00:00:00+08:00'],
    ['week', '2026-11-22T23:59:59+08:00', '2026-11-16T00:00:00+08:00', '2026-11-23T00:00:00+08:00'],
    ['week', '2026-11-23T00:00:00+08:00', '2026-11-23T00:00:00+08:00', '2026-11-30T00:00:00+08:00'],
  ] as const)('of a %s at %s began %s and ends %s', (period, now, began, ends) => {
    expect(lastPeriodEnd(period, new Date(now))).toEqual(new Date(began));
    expect(nextPeriodEnd(period, new Date(now))).toEqual(new Date(ends));
  });

  it('ends with the day before', () => {
    expect(dayBefore(new Date('2026-03-01T00:00:00+08:00'))).toBe('2026-02-28');
  });
});

describe('a text in a spreadsheet', () => {
  it.each(['=1+1', '+86', '-5', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula', (text) => {
    expect(sheetText(text)).toBe(`'${text}`);
  });

  it('never begins like one, and an ordinary one stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const shown = sheetText(text);
        return !/^[=+\-@\t\r]/.test(shown) && shown.endsWith(text);
      }),
    );
    expect(sheetText('泉城车享家·经十路')).toBe('泉城车享家·经十路');
  });
});

describe('opening hours in words', () => {
  it.each([
    [{ opensMinute: 480, closesMinute: 1200, openWeekdays: [1, 2, 3, 4, 5, 6, 7] }, '每天 8:00–20:00'],
    [{ opensMinute: 540, closesMinute: 1080, openWeekdays: [1, 2, 3, 4, 5] }, '周一至周五 9:00–18:00'],
    [{ opensMinute: 0, closesMinute: 1440, openWeekdays: [1, 2, 3, 4, 5, 6, 7] }, '24 小时'],
    [{ opensMinute: 600, closesMinute: 1500, openWeekdays: [6, 7] }, '周六、周日 10:00–次日 1:00'],
  ])('%j', (hours, words) => expect(hoursInWords(hours)).toBe(words));

  it('say what differs today', () => {
    expect(specialDayInWords({ opensMinute: null, closesMinute: null, note: '春节' })).toBe(
      '今天休息（春节）',
    );
    expect(specialDayInWords({ opensMinute: 540, closesMinute: 900, note: '盘点' })).toBe(
      '今天 9:00–15:00（盘点）',
    );
    expect(clock(1440)).toBe('24:00');
  });
});

describe('the box around a position', () => {
  const metresBetween = (a: [number, number], b: [number, number]) => {
    const rad = Math.PI / 180;
    const sin = (x: number) => Math.sin((x * rad) / 2) ** 2;
    const h = sin(b[0] - a[0]) + Math.cos(a[0] * rad) * Math.cos(b[0] * rad) * sin(b[1] - a[1]);
    return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
  };

  it('holds every place within the distance', () => {
    const place = fc.tuple(
      fc.double({ min: 18, max: 54, noNaN: true }),
      fc.double({ min: 73, max: 135, noNaN: true }),
    );
    fc.assert(
      fc.property(place, place, fc.integer({ min: 100, max: 400_000 }), (from, to, metres) => {
        const box = boxAround({ latitude: from[0], longitude: from[1] }, metres);
        if (!box || metresBetween(from, to) > metres) return true;
        return to[0] >= box.south && to[0] <= box.north && to[1] >= box.west && to[1] <= box.east;
      }),
    );
  });

  it.each([
    [{ latitude: 89.9, longitude: 0 }, 60_000],
    [{ latitude: 0, longitude: 179.9 }, 60_000],
  ])('is none at %j', (position, metres) => expect(boxAround(position, metres)).toBeUndefined());
});
