import {
  agent,
  agentCustomers,
  claimsMember,
  claimsMemberCar,
  demoCompany,
  demoCompanyCar,
  demoDaughter,
  demoSpouse,
  elderMember,
  elderMemberCar,
  unverifiedMember,
  unverifiedMemberCar,
  verifiedMember,
  verifiedMemberCars,
  type DemoCar,
} from '../../demo-people';
import type { StaffRole } from '../rules/claim-stages';

export interface CustomerSeed {
  id: string;
  kind: 'person' | 'organisation';
  name: string;
  idType: '01' | '73';
  idNumber: string;
  phone: string;
  address?: string;
}

const person = (id: string, { name, idNumber, phone }: Pick<CustomerSeed, 'name' | 'idNumber' | 'phone'>) =>
  ({ id, kind: 'person', idType: '01', name, idNumber, phone }) as const;

export const customerSeeds: CustomerSeed[] = [
  { ...person('cus_demo_zhang', verifiedMember), address: '济南市历下区示例路 12 号 3 单元 501' },
  person('cus_demo_chen', demoSpouse),
  person('cus_demo_li', unverifiedMember),
  person('cus_demo_wang', elderMember),
  person('cus_demo_liumin', claimsMember),
  person('cus_demo_wangxy', demoDaughter),
  {
    id: 'cus_demo_company',
    kind: 'organisation',
    name: demoCompany.name,
    idType: '73',
    idNumber: demoCompany.creditCode,
    phone: demoCompany.agentPhone,
  },
  // The agent wrote the own number on the customers' forms: the number alone must never link any of them.
  ...agentCustomers.map((customer, index) =>
    person(`cus_demo_agent_${index + 1}`, { ...customer, phone: agent.phone }),
  ),
];

export const carSeeds: { id: string; car: DemoCar }[] = [
  { id: 'veh_demo_fuel', car: verifiedMemberCars.fuel },
  { id: 'veh_demo_electric', car: verifiedMemberCars.electric },
  { id: 'veh_demo_li', car: unverifiedMemberCar },
  { id: 'veh_demo_wang', car: elderMemberCar },
  { id: 'veh_demo_liumin', car: claimsMemberCar },
  { id: 'veh_demo_company', car: demoCompanyCar },
  ...agentCustomers.map(({ car }, index) => ({ id: `veh_demo_agent_${index + 1}`, car })),
];

export interface StaffSeed {
  id: string;
  branchId: string;
  role: StaffRole;
  name: string;
  phone: string;
}

/** The county office works for its own customers; the province's team takes what is not known to be anybody's yet. */
const team: [string, string, StaffRole, string][] = [
  ['stf_demo_chenli', 'br_sd_jinan_lixia', 'dispatcher', '陈丽'],
  ['stf_demo_wanglei', 'br_sd_jinan_lixia', 'surveyor', '王磊'],
  ['stf_demo_gaofeng', 'br_sd_jinan_lixia', 'surveyor', '高峰'],
  ['stf_demo_sunqian', 'br_sd_jinan_lixia', 'injurySpecialist', '孙倩'],
  ['stf_demo_zhaomin', 'br_sd_jinan_lixia', 'claimsHandler', '赵敏'],
  ['stf_demo_qiankun', 'br_sd_jinan', 'reviewer', '钱坤'],
  ['stf_demo_zhouyan', 'br_sd_jinan', 'cashier', '周燕'],
  ['stf_demo_zhouxm', 'br_sd_jinan_lixia', 'accountManager', '周晓梅'],
  ['stf_demo_hutao', 'br_sd_jinan', 'accountManager', '胡涛'],
  ['stf_demo_linfei', 'br_sd', 'dispatcher', '林菲'],
  ['stf_demo_hanbing', 'br_sd', 'surveyor', '韩冰'],
  ['stf_demo_tangyu', 'br_sd', 'injurySpecialist', '唐宇'],
  ['stf_demo_xuning', 'br_sd', 'claimsHandler', '许宁'],
  ['stf_demo_dengchao', 'br_sd', 'reviewer', '邓超群'],
  ['stf_demo_yelan', 'br_sd', 'cashier', '叶兰'],
  ['stf_demo_guoan', 'br_sd_jinan_lixia', 'supervisor', '郭安'],
  ['stf_demo_luhua', 'br_sd', 'supervisor', '陆华'],
];

export const staffSeeds: StaffSeed[] = team.map(([id, branchId, role, name], index) => ({
  id,
  branchId,
  role,
  name,
  phone: `136000000${String(index + 11)}`,
}));

/** Where the surveyors stand; round the clock, so that a demonstration at night works as well. */
export const surveyorSeeds = [
  { staffId: 'stf_demo_wanglei', latitude: 36.6512, longitude: 117.0301, capacity: 30 },
  { staffId: 'stf_demo_gaofeng', latitude: 36.6703, longitude: 117.0894, capacity: 30 },
  { staffId: 'stf_demo_sunqian', latitude: 36.6604, longitude: 117.0412, capacity: 30 },
  { staffId: 'stf_demo_hanbing', latitude: 36.6418, longitude: 117.0723, capacity: 60 },
  { staffId: 'stf_demo_tangyu', latitude: 36.6655, longitude: 117.0001, capacity: 60 },
].map((surveyor) => ({ ...surveyor, shiftFromMinute: 0, shiftUntilMinute: 1_440 }));
