import { agentCustomers } from '../../demo-people';
import type { DemoDays } from './demo-days';
import { minutesAfter } from './demo-days';
import {
  companyCovers,
  compulsoryBefore2020,
  compulsoryCovers,
  electricCovers,
  fuelCovers,
  lastYearCovers,
  simpleCovers,
  type CoverSeed,
} from './demo-covers';

export interface PolicySeed {
  id: string;
  policyNo: string;
  product: 'compulsory' | 'commercial';
  productName: string;
  vehicleId: string;
  policyholderId: string;
  insuredId: string;
  ownerId: string;
  accountManagerId: string | null;
  startsAt: Date;
  endsAt: Date;
  premiumFen: number;
  cancelledAt?: Date;
  noClaimYears?: number;
  claimsCounted?: number;
  premiumFactorPercent?: number;
  vehicleTaxFen?: number;
  vehicleTaxYear?: number;
  covers: CoverSeed[];
  payments: { at: Date; amountFen: number; method: string; state: 'paid' | 'refunded' }[];
  endorsements: { at: Date; title: string; endorsementNo?: string; detail?: string; changeFen: number }[];
}

interface Contract {
  /** Last part of the ids and numbers, e.g. `fuel`. */
  key: string;
  number: string;
  vehicleId: string;
  policyholderId: string;
  insuredId?: string;
  ownerId?: string;
  manager: string | null;
  newEnergy?: boolean;
  /** Days from today to the end; the policy runs for one year before it. */
  endsInDays: number;
  /** So many years earlier. */
  yearsBack?: number;
  /** Whole years without a claim, and the percent of the premium that is left. */
  noClaim?: { years: number; premiumPercent: number };
}

const DAY_MINUTES = 1_440;

/** Nine days before the beginning, or the day before yesterday for what begins later. */
function paidBefore(startsAt: Date, days: DemoDays): Date {
  const usual = minutesAfter(startsAt, -9 * DAY_MINUTES + 617);
  const latest = minutesAfter(days.day(-2), 617);
  return usual < latest ? usual : latest;
}

function base(contract: Contract, days: DemoDays) {
  const years = -(contract.yearsBack ?? 0);
  const startsAt = days.day(contract.endsInDays, years - 1);
  return {
    vehicleId: contract.vehicleId,
    policyholderId: contract.policyholderId,
    insuredId: contract.insuredId ?? contract.policyholderId,
    ownerId: contract.ownerId ?? contract.policyholderId,
    accountManagerId: contract.manager,
    ...(contract.noClaim && {
      noClaimYears: contract.noClaim.years,
      claimsCounted: 0,
      premiumFactorPercent: contract.noClaim.premiumPercent,
    }),
    startsAt,
    endsAt: days.day(contract.endsInDays, years),
    paidAt: paidBefore(startsAt, days),
  };
}

function compulsory(contract: Contract, premiumFen: number, days: DemoDays): PolicySeed {
  const { paidAt, ...common } = base(contract, days);
  return {
    ...common,
    id: `pol_demo_${contract.key}_jq`,
    policyNo: `DEMO-JQ-${contract.number}`,
    product: 'compulsory',
    productName: '机动车交通事故责任强制保险',
    premiumFen,
    vehicleTaxFen: contract.newEnergy ? 0 : 360_00,
    vehicleTaxYear: new Date(common.startsAt.getTime() + 8 * 3_600_000).getUTCFullYear(),
    covers: compulsoryCovers,
    payments: [{ at: paidAt, amountFen: premiumFen, method: '微信支付', state: 'paid' }],
    endorsements: [],
  };
}

function commercial(
  contract: Contract,
  { premiumFen, covers }: { premiumFen: number; covers: CoverSeed[] },
  days: DemoDays,
): PolicySeed {
  const { paidAt, ...common } = base(contract, days);
  return {
    ...common,
    id: `pol_demo_${contract.key}_sy`,
    policyNo: `DEMO-SY-${contract.number}`,
    product: 'commercial',
    productName: contract.newEnergy ? '新能源汽车商业保险' : '机动车商业保险',
    premiumFen,
    covers,
    payments: [{ at: paidAt, amountFen: premiumFen, method: '微信支付', state: 'paid' }],
    endorsements: [],
  };
}

/** The charger was added later: the premium is what was paid at first and the addition. */
function withCharger(policy: PolicySeed): PolicySeed {
  const at = minutesAfter(policy.startsAt, 41 * DAY_MINUTES + 860);
  const changeFen = 120_00;
  return {
    ...policy,
    premiumFen: policy.premiumFen + changeFen,
    payments: [...policy.payments, { at, amountFen: changeFen, method: '微信支付', state: 'paid' }],
    endorsements: [
      {
        at,
        title: '增加自用充电桩损失保险和责任保险',
        endorsementNo: 'DEMO-PG-5281-0001',
        detail: '原来没有充电桩的保障；现在损失最多赔 5,000 元，责任最多赔 100,000 元。',
        changeFen,
      },
    ],
  };
}

/** Taken back after two months, because the car was insured together with the charger from then on. */
function cancelled(policy: PolicySeed): PolicySeed {
  const at = minutesAfter(policy.startsAt, 61 * DAY_MINUTES);
  const refundFen = Math.floor((policy.premiumFen * 304) / 365);
  return {
    ...policy,
    cancelledAt: at,
    payments: [...policy.payments, { at, amountFen: refundFen, method: '原路退回', state: 'refunded' }],
    endorsements: [
      {
        at,
        title: '退保',
        endorsementNo: 'DEMO-PG-5281-0000',
        detail: '按没有用完的 304 天退还保费。',
        changeFen: -refundFen,
      },
    ],
  };
}

const before2020 = (policy: PolicySeed): PolicySeed => ({
  ...policy,
  startsAt: new Date('2020-03-11T00:00:00+08:00'),
  endsAt: new Date('2021-03-11T00:00:00+08:00'),
  ...(policy.vehicleTaxYear && { vehicleTaxYear: 2020 }),
  payments: policy.payments.map((payment) => ({ ...payment, at: new Date('2020-03-02T10:17:00+08:00') })),
  ...(policy.product === 'compulsory' && { covers: compulsoryBefore2020 }),
});

function memberPolicies(days: DemoDays): PolicySeed[] {
  const zhang = { policyholderId: 'cus_demo_zhang', manager: 'stf_demo_zhouxm' };
  const fuel: Contract = {
    ...zhang,
    key: 'fuel',
    number: '7315-0086-0001',
    vehicleId: 'veh_demo_fuel',
    endsInDays: 24,
    noClaim: { years: 3, premiumPercent: 60 },
  };
  const electric: Contract = {
    ...zhang,
    key: 'electric',
    number: '5281-0086-0002',
    vehicleId: 'veh_demo_electric',
    ownerId: 'cus_demo_chen',
    newEnergy: true,
    endsInDays: 190,
    noClaim: { years: 1, premiumPercent: 80 },
  };
  const first = {
    ...electric,
    key: 'electric_first',
    number: '5281-0086-0020',
    yearsBack: 1,
    noClaim: undefined,
  };
  const old = { ...fuel, key: 'fuel_2020', number: '7315-0086-2020', noClaim: undefined };
  const lastYear = { ...fuel, key: 'fuel_last', number: '7315-0086-0000', yearsBack: 1 };
  return [
    compulsory(fuel, 665_00, days),
    commercial(fuel, { premiumFen: 3_286_40, covers: fuelCovers }, days),
    compulsory(electric, 855_00, days),
    withCharger(commercial(electric, { premiumFen: 5_012_80, covers: electricCovers }, days)),
    commercial(lastYear, { premiumFen: 3_518_90, covers: lastYearCovers }, days),
    cancelled(commercial(first, { premiumFen: 4_862_30, covers: electricCovers }, days)),
    before2020(compulsory(old, 855_00, days)),
    before2020(commercial(old, { premiumFen: 3_902_10, covers: lastYearCovers }, days)),
  ];
}

function otherPolicies(days: DemoDays): PolicySeed[] {
  const li: Contract = {
    key: 'li',
    number: '9208-0086-0003',
    vehicleId: 'veh_demo_li',
    policyholderId: 'cus_demo_li',
    manager: 'stf_demo_hutao',
    endsInDays: 131,
  };
  const wang: Contract = {
    key: 'wang',
    number: '3629-0086-0004',
    vehicleId: 'veh_demo_wang',
    policyholderId: 'cus_demo_wangxy',
    insuredId: 'cus_demo_wang',
    ownerId: 'cus_demo_wang',
    manager: 'stf_demo_zhouxm',
    endsInDays: 77,
  };
  const liumin: Contract = {
    key: 'liumin',
    number: '5719-0086-0006',
    vehicleId: 'veh_demo_liumin',
    policyholderId: 'cus_demo_liumin',
    manager: 'stf_demo_zhouxm',
    endsInDays: 163,
  };
  const company: Contract = {
    key: 'company',
    number: '6093-0086-0005',
    vehicleId: 'veh_demo_company',
    policyholderId: 'cus_demo_company',
    manager: 'stf_demo_hutao',
    endsInDays: 250,
  };
  const simple = (premiumFen: number) => ({ premiumFen, covers: simpleCovers });
  return [
    compulsory(li, 950_00, days),
    commercial(li, simple(2_874_60), days),
    compulsory(wang, 665_00, days),
    // Bought early: it begins when the present one ends.
    compulsory({ ...wang, key: 'wang_next', number: '3629-0086-0104', yearsBack: -1 }, 665_00, days),
    commercial(wang, simple(1_963_20), days),
    compulsory(liumin, 665_00, days),
    commercial(liumin, simple(2_231_70), days),
    compulsory(company, 1_220_00, days),
    commercial(company, { premiumFen: 4_405_00, covers: companyCovers }, days),
  ];
}

function agentPolicies(days: DemoDays): PolicySeed[] {
  return agentCustomers.flatMap((_, index) => {
    const contract: Contract = {
      key: `agent_${index + 1}`,
      number: `41${index}0-0086-00${index + 11}`,
      vehicleId: `veh_demo_agent_${index + 1}`,
      policyholderId: `cus_demo_agent_${index + 1}`,
      manager: 'stf_demo_hutao',
      endsInDays: 36 + index * 47,
    };
    return [
      compulsory(contract, 760_00, days),
      commercial(contract, { premiumFen: 2_410_00 + index * 137_50, covers: simpleCovers }, days),
    ];
  });
}

export const policySeeds = (days: DemoDays): PolicySeed[] => [
  ...memberPolicies(days),
  ...otherPolicies(days),
  ...agentPolicies(days),
];
