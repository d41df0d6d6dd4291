import type { ClubQuote } from '../../../upstream/club/contract';

export interface SaleTerms {
  saleAmountFen: number;
  /** Percent taken off. */
  percent: number;
  /** The most that comes off one use, and what is left for all of them. */
  capFen: number;
  leftFen: number;
}

/**
 * 加油优惠: percent off the sale, never a part of a fen, never more than the cap of one use or what is left. The one statement that takes a use reckons the
 * same with the same rounding; a test holds the two against each other.
 */
export function quoteOf({ saleAmountFen, percent, capFen, leftFen }: SaleTerms): ClubQuote {
  // Products of amounts and percents stay far below 2^53.
  const wished = Math.floor((saleAmountFen * percent) / 100);
  const discountFen = Math.min(wished, capFen, leftFen);
  const limitedBy = discountFen === wished ? 'percent' : discountFen === capFen ? 'cap' : 'amountLeft';
  return {
    saleAmountFen,
    discountFen,
    customerPaysFen: saleAmountFen - discountFen,
    limitedBy,
    amountLeftAfterFen: leftFen - discountFen,
  };
}
