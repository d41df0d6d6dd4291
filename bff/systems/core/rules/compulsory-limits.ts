/** 交强险 pays three kinds of loss up to a limit each, and less to the side that is not at fault. */
export interface CompulsoryLimits {
  deathFen: number;
  medicalFen: number;
  propertyFen: number;
}

interface LimitRule {
  /** The limits go by the day of the accident; midnight in Asia/Shanghai. */
  from: string;
  atFault: CompulsoryLimits;
  notAtFault: CompulsoryLimits;
}

const rules: readonly LimitRule[] = [
  {
    from: '2020-09-19T00:00:00+08:00',
    atFault: { deathFen: 180_000_00, medicalFen: 18_000_00, propertyFen: 2_000_00 },
    notAtFault: { deathFen: 18_000_00, medicalFen: 1_800_00, propertyFen: 100_00 },
  },
  {
    from: '2008-02-01T00:00:00+08:00',
    atFault: { deathFen: 110_000_00, medicalFen: 10_000_00, propertyFen: 2_000_00 },
    notAtFault: { deathFen: 11_000_00, medicalFen: 1_000_00, propertyFen: 100_00 },
  },
  {
    from: '2006-07-01T00:00:00+08:00',
    atFault: { deathFen: 50_000_00, medicalFen: 8_000_00, propertyFen: 2_000_00 },
    notAtFault: { deathFen: 10_000_00, medicalFen: 1_600_00, propertyFen: 400_00 },
  },
];

/** Before 2006-07-01 there was no such insurance: nothing comes out of it, and nothing is to be deducted for it. */
const notYetSold: CompulsoryLimits = { deathFen: 0, medicalFen: 0, propertyFen: 0 };

/** The day since which the limits of today hold. */
export const newLimitsFrom = new Date('2020-09-19T00:00:00+08:00');

/** Known for every day there is, so that no sum of an old accident fails. */
export function compulsoryLimits(occurredAt: Date, atFault: boolean): CompulsoryLimits {
  const rule = rules.find(({ from }) => occurredAt.getTime() >= Date.parse(from));
  if (!rule) return notYetSold;
  return atFault ? rule.atFault : rule.notAtFault;
}
