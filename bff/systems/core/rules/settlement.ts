import type { AssessmentLine, SettlementShare } from '../../../upstream/core/contract/claim-parts';
import { compulsoryLimits, type CompulsoryLimits } from './compulsory-limits';
import { yuan } from './money-words';
import { payable } from './payable';

/** A cover of the own policies that was in force, as far as money is concerned. */
export interface CoverInForce {
  code: string;
  sumInsuredFen: number | null;
  deductiblePercent: number;
}

export interface Accident {
  occurredAt: Date;
  /** Own share of the fault in percent. */
  faultPercent: number;
  /** Another motor vehicle is involved, so that its compulsory cover takes part. */
  otherVehicle: boolean;
  /** The own car has compulsory cover. */
  compulsory: boolean;
  covers: readonly CoverInForce[];
}

export interface Settlement {
  shares: SettlementShare[];
  totalFen: number;
  /** What we pay for the own side and to the other side. */
  ownDamageFen: number;
  liabilityFen: number;
  /** What stays with the customer. */
  ownFen: number;
}

const sumOf = (lines: readonly AssessmentLine[], pick: (line: AssessmentLine) => boolean) =>
  lines.filter(pick).reduce((sum, { amountFen }) => sum + amountFen, 0);

const share = (
  payer: SettlementShare['payer'],
  side: SettlementShare['side'],
  name: string,
  amountFen: number,
  why: string,
): SettlementShare[] => (amountFen > 0 ? [{ payer, side, name, amountFen, why }] : []);

const part = (amountFen: number, percent: number) => Math.floor((amountFen * percent) / 100);

const overWhy = (most: string, othersFen = 0) =>
  othersFen > 0
    ? `最多按保额 ${most} 算，再减去对方赔您的；剩下的要自己承担。`
    : `超过保额 ${most} 的部分要自己承担。`;

/** What a commercial cover pays of a sum, what its deductible takes off, and what passes its limit. */
function commercial(
  accident: Accident,
  wanted: {
    codes: readonly string[];
    payer: 'thirdParty' | 'vehicleDamage' | 'occupants';
    side: 'own' | 'other';
    name: string;
    /** What others pay of the same damage to the own car. */
    othersFen?: number;
  },
  lossFen: number,
): { shares: SettlementShare[]; paidFen: number; ownFen: number } {
  const { codes, payer, side, name, othersFen } = wanted;
  const cover = accident.covers.find(({ code }) => codes.includes(code));
  if (lossFen <= 0) return { shares: [], paidFen: 0, ownFen: 0 };
  if (!cover?.sumInsuredFen) {
    const why = `您的保单里没有${name}，这部分要自己承担。`;
    return { shares: share('notCovered', side, '没有投保', lossFen, why), paidFen: 0, ownFen: lossFen };
  }
  const { sumInsuredFen, deductiblePercent } = cover;
  const { paidFen, ownFen, deductibleFen, overFen } = payable({
    lossFen,
    othersFen,
    sumInsuredFen,
    deductiblePercent,
  });
  return {
    paidFen,
    ownFen,
    shares: [
      ...share(payer, side, name, paidFen, `${name}最多赔 ${yuan(sumInsuredFen)}。`),
      ...share('deductible', side, '免赔部分', deductibleFen, `约定每次自己承担 ${deductiblePercent}%。`),
      ...share('overLimit', side, '超过保额', overFen, overWhy(yuan(sumInsuredFen), othersFen)),
    ],
  };
}

function compulsoryShares(
  paid: { propertyFen: number; medicalFen: number },
  limits: CompulsoryLimits,
): SettlementShare[] {
  const upTo = (what: string, limitFen: number) => `先由交强险赔对方的${what}，最多 ${yuan(limitFen)}。`;
  return [
    ...share('compulsory', 'other', '交强险（财产）', paid.propertyFen, upTo('车和物', limits.propertyFen)),
    ...share('compulsory', 'other', '交强险（医疗）', paid.medicalFen, upTo('医药费', limits.medicalFen)),
  ];
}

/** The commercial clauses cover what passes the compulsory limits only, whether or not the compulsory cover was bought. */
const COMPULSORY_ELSEWHERE = '这部分由承保交强险的公司赔，请向他们报案；没有买交强险的，要自己承担。';

function liability(lines: readonly AssessmentLine[], accident: Accident) {
  const limits = compulsoryLimits(accident.occurredAt, accident.faultPercent > 0);
  const medicalFen = sumOf(lines, ({ side, kind }) => side === 'other' && kind === 'medical');
  const propertyFen = sumOf(lines, ({ side, kind }) => side === 'other' && kind !== 'medical');
  const compulsoryProperty = Math.min(propertyFen, limits.propertyFen);
  const compulsoryMedical = Math.min(medicalFen, limits.medicalFen);
  const compulsoryFen = compulsoryProperty + compulsoryMedical;
  const restFen = propertyFen + medicalFen - compulsoryFen;
  const owedFen = part(restFen, accident.faultPercent);
  const above = commercial(
    accident,
    { codes: ['thirdParty', 'evThirdParty'], payer: 'thirdParty', side: 'other', name: '第三者责任险' },
    owedFen,
  );
  return {
    paidFen: above.paidFen + (accident.compulsory ? compulsoryFen : 0),
    ownFen: above.ownFen + (accident.compulsory ? 0 : compulsoryFen),
    shares: [
      ...(accident.compulsory
        ? compulsoryShares({ propertyFen: compulsoryProperty, medicalFen: compulsoryMedical }, limits)
        : share('notCovered', 'other', '交强险不在我们这里', compulsoryFen, COMPULSORY_ELSEWHERE)),
      ...above.shares,
      ...share(
        'otherSide',
        'other',
        '对方自己承担',
        restFen - owedFen,
        `您的责任是 ${accident.faultPercent}%，其余由对方承担。`,
      ),
    ],
  };
}

function ownLoss(lines: readonly AssessmentLine[], accident: Accident) {
  const { faultPercent, otherVehicle } = accident;
  const medicalFen = sumOf(lines, ({ side, kind }) => side === 'own' && kind === 'medical');
  const carFen = sumOf(lines, ({ side, kind }) => side === 'own' && kind !== 'medical');
  const theirs = compulsoryLimits(accident.occurredAt, faultPercent < 100);
  const otherCar = otherVehicle ? Math.min(carFen, theirs.propertyFen) : 0;
  const otherMedical = otherVehicle ? Math.min(medicalFen, theirs.medicalFen) : 0;
  const fault = otherVehicle ? faultPercent : 100;
  const carOwed = part(carFen - otherCar, fault);
  const medicalOwed = part(medicalFen - otherMedical, fault);
  const car = commercial(
    accident,
    {
      codes: ['vehicleDamage', 'evVehicleDamage'],
      payer: 'vehicleDamage',
      side: 'own',
      name: '车损险',
      othersFen: carFen - carOwed,
    },
    carOwed,
  );
  const people = commercial(
    accident,
    { codes: ['driver', 'evDriver'], payer: 'occupants', side: 'own', name: '车上人员责任险' },
    medicalOwed,
  );
  const otherSide = carFen + medicalFen - otherCar - otherMedical - carOwed - medicalOwed;
  return {
    paidFen: car.paidFen + people.paidFen,
    ownFen: car.ownFen + people.ownFen,
    shares: [
      ...share(
        'otherCompulsory',
        'own',
        '对方的交强险',
        otherCar + otherMedical,
        '先由对方的交强险赔，请让对方向自己的保险公司报案。',
      ),
      ...car.shares,
      ...people.shares,
      ...share('otherSide', 'own', '对方承担', otherSide, `您的责任是 ${faultPercent}%，其余由对方承担。`),
    ],
  };
}

/**
 * Who bears how much of each loss, in the order of the law: first the compulsory covers of both cars, then each side's
 * share of the fault, then the own commercial covers, each up to its limit and less its deductible. The shares of a side always add up
 * to its loss to the fen.
 */
export function settle(lines: readonly AssessmentLine[], accident: Accident): Settlement {
  const toOthers = liability(lines, accident);
  const own = ownLoss(lines, accident);
  return {
    shares: [...own.shares, ...toOthers.shares],
    totalFen: sumOf(lines, () => true),
    ownDamageFen: own.paidFen,
    liabilityFen: toOthers.paidFen,
    ownFen: own.ownFen + toOthers.ownFen,
  };
}
