export interface Share {
  /** What the cover pays. */
  paidFen: number;
  /** What is left for the insured. */
  ownFen: number;
}

/**
 * The order is the one of the clauses: first the insured's own share (绝对免赔率) is taken off, then the sum caps what is
 * left. Parts of a fen fall to the insured, so that the two always add up to the loss.
 */
export function payable(loss: { lossFen: number; sumInsuredFen: number; deductiblePercent: number }): Share {
  const afterDeductibleFen = Math.floor((loss.lossFen * (100 - loss.deductiblePercent)) / 100);
  const paidFen = Math.min(afterDeductibleFen, loss.sumInsuredFen);
  return { paidFen, ownFen: loss.lossFen - paidFen };
}
