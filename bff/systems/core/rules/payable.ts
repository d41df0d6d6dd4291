export interface Share {
  /** What the cover pays. */
  paidFen: number;
  /** What is left for the insured. */
  ownFen: number;
}

/**
 * The order is the one of the clauses: what the main cover pays is worked out first, its sum included, and the insured's
 * own share (绝对免赔率) is taken off that. Parts of a fen fall to the insured, so that the two always add up to the loss.
 */
export function payable(loss: { lossFen: number; sumInsuredFen: number; deductiblePercent: number }): Share {
  const withinSumFen = Math.min(loss.lossFen, loss.sumInsuredFen);
  const paidFen = Math.floor((withinSumFen * (100 - loss.deductiblePercent)) / 100);
  return { paidFen, ownFen: loss.lossFen - paidFen };
}
