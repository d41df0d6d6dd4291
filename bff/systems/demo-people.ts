/**
 * The people, cars and shops of the demonstration. Every embedded system seeds its own part from this one cast, so that
 * the same person is the same person everywhere. All of it is made up; numbers pass their checks and belong to nobody.
 */
export interface DemoPerson {
  /** Fixed, so that each system can seed its own part of a person without asking the club first. Opaque like every member id. */
  memberId: string;
  phone: string;
  name: string;
  idNumber: string;
}

export interface DemoCar {
  plate: string;
  plateType: '02' | '51' | '52';
  vin: string;
  engineNo: string;
  model: string;
  newEnergy: boolean;
  seats: number;
  registeredOn: string;
}

/** 省 → 市 → 县. */
export const demoBranches = [
  { id: 'br_sd', parentId: null, name: '示例财险山东分公司' },
  { id: 'br_sd_jinan', parentId: 'br_sd', name: '示例财险济南中心支公司' },
  { id: 'br_sd_jinan_lixia', parentId: 'br_sd_jinan', name: '示例财险历下支公司' },
] as const;

/** A verified member with two cars, policies, claims, gifts and a year of points. */
export const verifiedMember: DemoPerson = {
  memberId: 'mem_demo_0001',
  phone: '13800000001',
  name: '张建国',
  idNumber: '370102198603142015',
};
export const verifiedMemberCars: { fuel: DemoCar; electric: DemoCar } = {
  fuel: {
    plate: '鲁A7K315',
    plateType: '02',
    vin: 'LSVDEM600J2010001',
    engineNo: 'EA211D0315',
    model: '大众朗逸 1.5L 自动舒适版',
    newEnergy: false,
    seats: 5,
    registeredOn: '2018-05-16',
  },
  electric: {
    plate: '鲁AD52816',
    plateType: '52',
    vin: 'LGXCEM616P0120002',
    engineNo: 'TZ200XSE2816',
    model: '比亚迪元 PLUS 510KM',
    newEnergy: true,
    seats: 5,
    registeredOn: '2023-09-08',
  },
};

/** Not verified yet: the ID to bind stands on the demo page. */
export const unverifiedMember: DemoPerson = {
  memberId: 'mem_demo_0002',
  phone: '13800000002',
  name: '李雪梅',
  idNumber: '370104199207083524',
};
/** The same person's other phone, as the carriers know it: what two accounts of one person are tried with. */
export const secondPhone = '13800000052';
export const unverifiedMemberCar: DemoCar = {
  plate: '鲁A9P208',
  plateType: '02',
  vin: 'LFVDEM627F3030003',
  engineNo: 'CSR208771',
  model: '丰田卡罗拉 1.2T 先锋版',
  newEnergy: false,
  seats: 5,
  registeredOn: '2020-11-03',
};

/** 71 years old, elder mode on, verified. */
export const elderMember: DemoPerson = {
  memberId: 'mem_demo_0003',
  phone: '13800000003',
  name: '王德福',
  idNumber: '370103195501021012',
};
export const elderMemberCar: DemoCar = {
  plate: '鲁A3H629',
  plateType: '02',
  vin: 'LVSDEM635K4040004',
  engineNo: 'L15B806290',
  model: '本田飞度 1.5L 舒适版',
  newEnergy: false,
  seats: 5,
  registeredOn: '2016-03-22',
};

/** Verified, with claims in every state a person can meet: what to do, what to wait for, what went wrong. */
export const claimsMember: DemoPerson = {
  memberId: 'mem_demo_0008',
  phone: '13800000006',
  name: '刘敏',
  idNumber: '370102199005144023',
};
export const claimsMemberCar: DemoCar = {
  plate: '鲁A5D719',
  plateType: '02',
  vin: 'LHGDEM640N2060012',
  engineNo: 'DEMO510719',
  model: '大众宝来 1.4T 精英版',
  newEnergy: false,
  seats: 5,
  registeredOn: '2022-06-18',
};

/** An agent whose phone stands on six customers' policies; a phone alone never links any of them. */
export const agent: DemoPerson = {
  memberId: 'mem_demo_0004',
  phone: '13800000004',
  name: '刘海涛',
  idNumber: '370112197909214032',
};
export const agentCustomers: { name: string; idNumber: string; car: DemoCar }[] = [
  ['赵鹏', '370102198806050217', '鲁A2F518', 'LHGDEM643L5050005', '别克英朗 1.5T 精英版', '2019-07-11'],
  ['孙立', '370103197308116019', '鲁A8M306', 'LBVDEM656M6060006', '大众迈腾 1.4T 舒适版', '2017-02-27'],
  ['周强', '370105198402193018', '鲁A5T927', 'LSGDEM669N7070007', '哈弗 H6 2.0T 尊贵版', '2021-05-30'],
  ['吴丽娟', '370102197604128026', '鲁A6J148', 'LFMDEM676H8080008', '丰田凯美瑞 2.0 豪华版', '2018-12-19'],
  ['郑浩', '370113199509305010', '鲁A1N753', 'LNBDEM684G9090009', '吉利帝豪 1.5L 向上版', '2022-08-04'],
  ['冯洁', '370102199011124029', '鲁A4W862', 'LZWDEM699E1010010', '五菱星辰 1.5T 星耀版', '2022-01-15'],
].map(([name, idNumber, plate, vin, model, registeredOn], index) => ({
  name: name ?? '',
  idNumber: idNumber ?? '',
  car: {
    plate: plate ?? '',
    plateType: '02',
    vin: vin ?? '',
    engineNo: `DEMO${String(410000 + index * 137)}`,
    model: model ?? '',
    newEnergy: false,
    seats: 5,
    registeredOn: registeredOn ?? '',
  },
}));

export const demoClerk = { memberId: 'mem_demo_0005', phone: '13900000001', name: '李婷' };
export const demoOwner = { memberId: 'mem_demo_0006', phone: '13900000002', name: '陈志远' };
/** A clerk of another merchant, for whom the first merchant's redemptions do not exist. */
export const otherClerk = { memberId: 'mem_demo_0007', phone: '13900000003', name: '孙晓东' };
export const demoOperators = [
  { phone: '13700000001', name: '何静' },
  { phone: '13700000002', name: '马俊' },
] as const;

/** 车主 of the electric car: the verified member insures it, his wife owns it. */
export const demoSpouse = { name: '陈秀兰', idNumber: '370102198705212045', phone: '13800000011' };
/** 投保人 of the elder's car: the daughter takes the insurance out, the elder is insured. */
export const demoDaughter = { name: '王晓燕', idNumber: '370103198209172060', phone: '13800000012' };

/** A company whose authorised person (经办人) is the verified member: binding it shows its van's policies as well. */
export const demoCompany = {
  name: '济南示例物流有限公司',
  creditCode: '91370102MA3DEM00XU',
  agentPhone: verifiedMember.phone,
};
export const demoCompanyCar: DemoCar = {
  plate: '鲁A6E093',
  plateType: '02',
  vin: 'LZGDEM670P1110011',
  engineNo: 'DEMO420093',
  model: '福田图雅诺 2.8T 厢式货车',
  newEnergy: false,
  seats: 3,
  registeredOn: '2023-02-17',
};
