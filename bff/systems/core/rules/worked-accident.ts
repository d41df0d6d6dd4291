import type { WorkedExample } from '../../../upstream/core/contract/worked-example';
import { compulsoryLimits } from './compulsory-limits';
import { yuan } from './money-words';
import { payable } from './payable';

type Line = WorkedExample['lines'][number];
type Side = Line['side'];

/** Shares of the fault as the police and the insurers divide it between two cars. */
export const faultPercents = { full: 100, main: 70, equal: 50, minor: 30, none: 0 } as const;

export type Fault = keyof typeof faultPercents;

export interface CoverHeld {
  code: string;
  sumInsuredFen: number | null;
  deductiblePercent: number;
}

export interface Accident {
  occurredAt: Date;
  fault: Fault;
  /** A public holiday, for the cover that doubles a limit then. */
  holiday: boolean;
  /** With another car its compulsory cover takes part; alone, everything is one's own. */
  withOtherCar: boolean;
  otherCarFen: number;
  otherMedicalFen: number;
  /** Treatment outside the list of the public health insurance (医保外用药). */
  outsideListFen: number;
  /** Disability or death (死亡伤残). */
  otherInjuryFen: number;
  ownCarFen: number;
  driverMedicalFen: number;
}

interface Wanted {
  codes: readonly string[];
  payer: Line['payer'];
  side: Side;
  name: string;
  /** What the holiday makes of the sum. */
  times?: number;
  /** What others pay of the same damage to the own car. */
  othersFen?: number;
}

const line = (side: Side, payer: Line['payer'], name: string, amountFen: number, why: string): Line[] =>
  amountFen > 0 ? [{ side, payer, name, amountFen, why }] : [];

const part = (amountFen: number, percent: number) => Math.floor((amountFen * percent) / 100);

const overWhy = (most: string, othersFen = 0) =>
  othersFen > 0
    ? `最多按 ${most} 算，再减去对方赔您的；剩下的由您自己出。`
    : `超过 ${most} 的部分由您自己出。`;

/** One commercial cover against one loss: what it pays, and why the rest stays with the customer. */
function commercial(covers: readonly CoverHeld[], wanted: Wanted, lossFen: number): Line[] {
  const { codes, payer, side, name, times = 1, othersFen } = wanted;
  const cover = covers.find(({ code }) => codes.includes(code));
  if (!cover?.sumInsuredFen) {
    return line(side, 'own', '没有投保', lossFen, `您没有买${name}，这部分由您自己出。`);
  }
  const sumInsuredFen = cover.sumInsuredFen * times;
  const { deductiblePercent } = cover;
  const { paidFen, deductibleFen, overFen } = payable({
    lossFen,
    othersFen,
    sumInsuredFen,
    deductiblePercent,
  });
  const doubled = times > 1 ? '（节假日翻倍）' : '';
  return [
    ...line(side, payer, name, paidFen, `${name}接着赔，最多 ${yuan(sumInsuredFen)}${doubled}。`),
    ...line(side, 'own', '约定自己承担', deductibleFen, `保单约定每次您自己承担 ${deductiblePercent}%。`),
    ...line(side, 'own', '超过最高赔付', overFen, overWhy(yuan(sumInsuredFen), othersFen)),
  ];
}

const compulsoryWhy = (what: string, limitFen: number, atFault: boolean) =>
  `交强险先赔对方的${what}，${atFault ? '有责任时' : '没有责任时'}最多 ${yuan(limitFen)}。`;

function toOthers(accident: Accident, covers: readonly CoverHeld[]): Line[] {
  const percent = faultPercents[accident.fault];
  const limits = compulsoryLimits(accident.occurredAt, percent > 0);
  const carFen = Math.min(accident.otherCarFen, limits.propertyFen);
  const medicalFen = Math.min(accident.otherMedicalFen, limits.medicalFen);
  const injuryFen = Math.min(accident.otherInjuryFen, limits.deathFen);
  const lossFen = accident.otherCarFen + accident.otherMedicalFen + accident.otherInjuryFen;
  const restFen = lossFen - carFen - medicalFen - injuryFen;
  const owedFen = part(restFen, percent);
  const outsideFen = part(accident.outsideListFen, percent);
  const holds = (code: string) => covers.some((cover) => cover.code === code);
  const times = accident.holiday && holds('holidayDouble') ? 2 : 1;
  const why = (what: string, limitFen: number) => compulsoryWhy(what, limitFen, percent > 0);
  return [
    ...line('other', 'compulsory', '交强险赔财产', carFen, why('车和物', limits.propertyFen)),
    ...line('other', 'compulsory', '交强险赔医疗', medicalFen, why('医药费', limits.medicalFen)),
    ...line('other', 'compulsory', '交强险赔伤残', injuryFen, why('伤残或死亡', limits.deathFen)),
    ...commercial(
      covers,
      {
        codes: ['thirdParty', 'evThirdParty'],
        payer: 'thirdParty',
        side: 'other',
        name: '第三者责任险',
        times,
      },
      owedFen,
    ),
    ...commercial(
      covers,
      {
        codes: ['medicalOutsideList'],
        payer: 'medicalOutsideList',
        side: 'other',
        name: '医保外医疗费用责任险',
      },
      outsideFen,
    ),
    ...line(
      'other',
      'otherSide',
      '对方自己承担',
      restFen - owedFen + accident.outsideListFen - outsideFen,
      `您的责任是 ${percent}%，交强险赔过之后，其余的由对方承担。`,
    ),
  ];
}

/** The own side: first the other car's compulsory cover, then the own share of the fault under the own covers. */
function toOwn(accident: Accident, covers: readonly CoverHeld[]): Line[] {
  const { withOtherCar, ownCarFen, driverMedicalFen, occurredAt } = accident;
  const percent = withOtherCar ? faultPercents[accident.fault] : 100;
  const theirs = compulsoryLimits(occurredAt, percent < 100);
  const carFen = withOtherCar ? Math.min(ownCarFen, theirs.propertyFen) : 0;
  const medicalFen = withOtherCar ? Math.min(driverMedicalFen, theirs.medicalFen) : 0;
  const carOwedFen = part(ownCarFen - carFen, percent);
  const medicalOwedFen = part(driverMedicalFen - medicalFen, percent);
  const otherSideFen = ownCarFen + driverMedicalFen - carFen - medicalFen - carOwedFen - medicalOwedFen;
  return [
    ...line(
      'own',
      'otherCompulsory',
      '对方的交强险',
      carFen + medicalFen,
      `对方的交强险先赔您，修车最多 ${yuan(theirs.propertyFen)}，医药费最多 ${yuan(theirs.medicalFen)}。`,
    ),
    ...commercial(
      covers,
      {
        codes: ['vehicleDamage', 'evVehicleDamage'],
        payer: 'vehicleDamage',
        side: 'own',
        name: '车辆损失险',
        othersFen: ownCarFen - carOwedFen,
      },
      carOwedFen,
    ),
    ...commercial(
      covers,
      { codes: ['driver', 'evDriver'], payer: 'occupants', side: 'own', name: '车上人员责任险' },
      medicalOwedFen,
    ),
    ...line(
      'own',
      'otherSide',
      '对方承担',
      otherSideFen,
      `您的责任是 ${percent}%，其余由对方赔。修车的钱对方不赔时，可以先由您的车辆损失险赔，我们再向对方要。`,
    ),
  ];
}

const sumOf = (lines: readonly Line[], wanted: (line: Line) => boolean) =>
  lines.filter(wanted).reduce((sum, { amountFen }) => sum + amountFen, 0);

/** What the own policies pay; the other side's money is neither ours nor the customer's. */
const ownInsurance: readonly Line['payer'][] = [
  'compulsory',
  'thirdParty',
  'medicalOutsideList',
  'vehicleDamage',
  'occupants',
];

/**
 * Who pays how much of an accident that has not happened, in the order in which a real one is settled: both cars'
 * compulsory covers, then the share of the fault, then the commercial covers, each up to its sum and less its
 * deductible. The lines of a side add up to its loss to the fen.
 */
export function workOut(
  accident: Accident,
  covers: readonly CoverHeld[],
): Pick<WorkedExample, 'lines' | 'totalFen' | 'paidFen' | 'ownFen'> {
  const lines = [...toOthers(accident, covers), ...toOwn(accident, covers)];
  return {
    lines,
    totalFen: sumOf(lines, () => true),
    paidFen: sumOf(lines, ({ payer }) => ownInsurance.includes(payer)),
    ownFen: sumOf(lines, ({ payer }) => payer === 'own'),
  };
}
