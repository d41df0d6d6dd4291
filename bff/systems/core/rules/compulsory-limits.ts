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
];

/** The day since which the limits of today hold. */
export const newLimitsFrom = new Date('2020-09-19T00:00:00+08:00');

/** @throws RangeError before 2008: no rule is known here, and a guess would be a wrong promise */
export function compulsoryLimits(occurredAt: Date, atFault: boolean): CompulsoryLimits {
  const rule = rules.find(({ from }) => occurredAt.getTime() >= Date.parse(from));
  if (!rule) throw new RangeError('no compulsory limits known for that day');
  return atFault ? rule.atFault : rule.notAtFault;
}
