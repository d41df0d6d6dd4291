import { fenOfTyped } from '../../../../client/features/merchant/amount';

describe('the sale amount a clerk types', () => {
  test.each([
    ['300', 30_000],
    ['300.5', 30_050],
    ['300.05', 30_005],
    [' 0.01 ', 1],
    ['999999.99', 99_999_999],
  ])('%s yuan is %i fen', (typed, fen) => {
    expect(fenOfTyped(typed)).toBe(fen);
  });

  test.each(['', '0', '0.00', '-5', '3.005', '1e3', '12,000', '１２', '1000000', 'abc', '.5'])(
    '%p is not an amount',
    (typed) => {
      expect(fenOfTyped(typed)).toBeUndefined();
    },
  );
});
