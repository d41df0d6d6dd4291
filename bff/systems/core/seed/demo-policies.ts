import { agentCustomers } from '../../demo-people';
import type { DemoDays } from './demo-days';
import { minutesAfter } from './demo-days';
import {
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
  covers: CoverSeed[];
  payments: { at: Date; amountFen: number; method: string; state: 'paid' | 'refunded' }[];
  endorsements: { at: Date; title: string; changeFen: number }[];
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
}

const DAY_MINUTES = 1_440;

function base(contract: Contract, days: DemoDays) {
  const years = -(contract.yearsBack ?? 0);
  const startsAt = days.day(contract.endsInDays, years - 1);
  return {
    vehicleId: contract.vehicleId,
    policyholderId: contract.policyholderId,
    insuredId: contract.insuredId ?? contract.policyholderId,
    ownerId: contract.ownerId ?? contract.policyholderId,
    accountManagerId: contract.manager,
    startsAt,
    endsAt: days.day(contract.endsInDays, years),
    paidAt: minutesAfter(startsAt, -9 * DAY_MINUTES + 617),
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
    endorsements: [{ at, title: '增加自用充电桩损失保险和责任保险', changeFen }],
  };
}

function memberPolicies(days: DemoDays): PolicySeed[] {
  const zhang = { policyholderId: 'cus_demo_zhang', manager: 'stf_demo_zhouxm' };
  const fuel: Contract = {
    ...zhang,
    key: 'fuel',
    number: '7315-0086-0001',
    vehicleId: 'veh_demo_fuel',
    endsInDays: 24,
  };
  const electric: Contract = {
    ...zhang,
    key: 'electric',
    number: '5281-0086-0002',
    vehicleId: 'veh_demo_electric',
    ownerId: 'cus_demo_chen',
    newEnergy: true,
    endsInDays: 190,
  };
  const lastYear = { ...fuel, key: 'fuel_last', number: '7315-0086-0000', yearsBack: 1 };
  return [
    compulsory(fuel, 665_00, days),
    commercial(fuel, { premiumFen: 3_286_40, covers: fuelCovers }, days),
    compulsory(electric, 855_00, days),
    withCharger(commercial(electric, { premiumFen: 5_012_80, covers: electricCovers }, days)),
    commercial(lastYear, { premiumFen: 3_518_90, covers: lastYearCovers }, days),
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
    commercial(wang, simple(1_963_20), days),
    compulsory(liumin, 665_00, days),
    commercial(liumin, simple(2_231_70), days),
    compulsory(company, 1_220_00, days),
    commercial(company, simple(4_405_00), days),
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
