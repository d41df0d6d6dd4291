import { formatMoney, formatPoints, formatSum } from '@/ui/format/money';

describe('amounts as people read them', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [123450, '¥1,234.50'],
    [1056000, '¥10,560.00'],
    [-6800, '−¥68.00'],
    [100000000000, '¥1,000,000,000.00'],
  ])('%d fen is %s', (amountFen, words) => expect(formatMoney(amountFen)).toBe(words));

  it.each([
    [200_000_000, '200 万'],
    [20_000_000, '20 万'],
    [1_850_000_00, '185 万'],
    [12_345_600, '¥123,456.00'],
    [0, '¥0.00'],
  ])('a sum insured of %d fen is %s', (amountFen, words) => expect(formatSum(amountFen)).toBe(words));

  it('signs points that were earned and spent', () => {
    expect(formatPoints(3260)).toBe('3,260');
    expect(formatPoints(200, { signed: true })).toBe('+200');
    expect(formatPoints(-400, { signed: true })).toBe('−400');
    expect(formatPoints(0, { signed: true })).toBe('0');
  });
});
