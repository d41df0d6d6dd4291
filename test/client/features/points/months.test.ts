import { lastTwelveMonths } from '../../../../client/features/points/months';

const entry = (at: string, points: number) => ({
  id: at,
  at,
  points,
  kind: 'earn' as const,
  reason: '测试',
  rule: null,
  balanceAfter: 0,
});

describe('the chart of the last twelve months', () => {
  const now = Date.parse('2026-11-22T14:05:00+08:00');

  it('ends with the present month and holds twelve, over the turn of the year', () => {
    const months = lastTwelveMonths([], now);
    expect(months.map((month) => month.month)).toEqual([12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(months[0]?.key).toBe('2025-12');
  });

  it('adds what was earned and what was spent apart', () => {
    const months = lastTwelveMonths(
      [entry('2026-11-01T09:00:00+08:00', 200), entry('2026-11-20T09:00:00+08:00', -400)],
      now,
    );
    expect(months[11]).toMatchObject({ earned: 200, spent: 400 });
  });

  it('counts an entry into the month of Shanghai, not of Greenwich', () => {
    const months = lastTwelveMonths([entry('2026-10-31T16:30:00Z', 50)], now);
    expect(months[11]).toMatchObject({ key: '2026-11', earned: 50 });
    expect(months[10]).toMatchObject({ key: '2026-10', earned: 0 });
  });

  it('leaves out what is older than a year', () => {
    const months = lastTwelveMonths([entry('2025-11-30T09:00:00+08:00', 999)], now);
    expect(months.every((month) => month.earned === 0)).toBe(true);
  });
});
