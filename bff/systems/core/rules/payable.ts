export interface Share {
  /** What the cover pays. */
  paidFen: number;
  /** What the agreed deductible leaves with the insured. */
  deductibleFen: number;
  /** What passes the sum insured. */
  overFen: number;
  /** What is left for the insured, both of these together. */
  ownFen: number;
}

interface Loss {
  /** What is the insured's to bear or to answer for. */
  lossFen: number;
  /** What others pay of the same damage; it counts against the sum of 车损险. */
  othersFen?: number;
  sumInsuredFen: number;
  deductiblePercent: number;
}

/**
 * What a commercial cover pays, in the order of the model clauses (中国保险行业协会机动车商业保险示范条款, 2020 edition, published on 2020-09-04,
 * which kept the order of the 2014 edition and dropped its deductibles by fault). Compared word for word was the 2014 text (第十九条); the one of
 * 2020 could not be had in full, see docs/connecting-a-core-system.md.
 * - 第三者责任险, 车上人员责任险: (loss − 交强险) × share of the fault, at most the limit.
 * - 机动车损失保险: the repair within the sum insured, or for a total loss the sum itself, less what the insured got from others. So what
 *   others pay comes off after the sum has been applied, not before.
 * - 附加绝对免赔率特约条款: what the main cover would pay × (1 − the agreed rate of 5, 10, 15 or 20 %).
 * 绝对免赔额, a fixed amount off each accident (车损险 alone), is not sold here: in the text of 2014 it comes off last, and since the rate became a
 * rider on what the main cover pays, before the rate.
 * Parts of a fen fall to the insured, so that paid and own always add up to the loss.
 */
export function payable({ lossFen, othersFen = 0, sumInsuredFen, deductiblePercent }: Loss): Share {
  const withinFen = Math.max(0, Math.min(lossFen + othersFen, sumInsuredFen) - othersFen);
  const paidFen = Math.floor((withinFen * (100 - deductiblePercent)) / 100);
  return {
    paidFen,
    deductibleFen: withinFen - paidFen,
    overFen: lossFen - withinFen,
    ownFen: lossFen - paidFen,
  };
}
