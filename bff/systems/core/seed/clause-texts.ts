import { coverNames, type CoverCode } from '../rules/cover-codes';

const MARK = '【示例条款，演示用。正式产品在这里逐字展示保险公司报备的条款。】';

/** Own placeholder texts, so that no company's filed wording is copied or imitated. */
const bodies: Record<CoverCode, string> = {
  compulsoryProperty: '被保险机动车发生交通事故，造成他人财产损失的，保险人在财产损失赔偿限额内负责赔偿。',
  compulsoryMedical:
    '被保险机动车发生交通事故，造成他人人身伤害的，保险人在医疗费用赔偿限额内负责赔偿医药费等费用。',
  compulsoryDeath: '被保险机动车发生交通事故，造成他人死亡或者伤残的，保险人在死亡伤残赔偿限额内负责赔偿。',
  thirdParty:
    '被保险人依法应当对第三者承担的赔偿责任，超过交强险各分项赔偿限额的部分，保险人在责任限额内负责赔偿。',
  vehicleDamage: '被保险机动车因碰撞、倾覆等原因造成的直接损失，保险人在保险金额内负责赔偿。',
  driver: '使用被保险机动车时发生意外事故，造成驾驶人人身伤害的，保险人在责任限额内负责赔偿。',
  passengers: '使用被保险机动车时发生意外事故，造成车上乘客人身伤害的，保险人按每座责任限额负责赔偿。',
  evThirdParty:
    '被保险人依法应当对第三者承担的赔偿责任，超过交强险各分项赔偿限额的部分，保险人在责任限额内负责赔偿；充电、停放、行驶期间都算。',
  evVehicleDamage:
    '新能源汽车的车身、电池及储能系统、电机及驱动系统等因碰撞、倾覆、起火等原因造成的直接损失，保险人在保险金额内负责赔偿。',
  evDriver: '使用新能源汽车时发生意外事故，造成驾驶人人身伤害的，保险人在责任限额内负责赔偿。',
  evPassengers: '使用新能源汽车时发生意外事故，造成车上乘客人身伤害的，保险人按每座责任限额负责赔偿。',
  gridFailure: '充电期间，因外部电网故障造成新能源汽车的直接损失，保险人在保险金额内负责赔偿。',
  charger: '自用充电桩因自然灾害、意外事故、被盗窃或者遭他人损坏造成的损失，保险人在保险金额内负责赔偿。',
  chargerLiability:
    '自用充电桩造成第三者人身伤害或者财产损失，依法应由被保险人承担的责任，保险人在责任限额内负责赔偿。',
  scratch: '无明显碰撞痕迹的车身划痕损失，保险人在保险金额内负责赔偿。',
  holidayDouble: '第三者责任的保险事故发生在法定节假日期间的，责任限额按两倍计算。',
  medicalOutsideList: '对第三者的医疗费用中，超出基本医疗保险范围的部分，保险人在责任限额内负责赔偿。',
  roadside: '保险期间内按约定次数提供道路救援服务，单程拖车不超过 50 公里，材料费用另计。',
  absoluteDeductible:
    '被保险机动车发生主险约定的保险事故，保险人按照主险的约定计算赔款后，扣减本特约条款约定的免赔。',
  wheels: '被保险机动车在使用过程中，未造成其他部位损失，仅车轮单独的直接损失，保险人在保险金额内负责赔偿。',
  equipment: '投保的新增加设备因保险事故造成的直接损失，保险人在保险金额内负责赔偿。',
  repairTime: '被保险机动车因保险事故送修，在约定的修理期间内，保险人按约定的日补偿金额给付。',
  engineWaterExcluded: '被保险机动车因水淹、涉水造成的发动机直接损毁，保险人不负责赔偿。',
  cargo: '发生意外事故造成车上所载货物直接损毁，依法应由被保险人承担的责任，保险人在责任限额内负责赔偿。',
  mentalDistress: '依法应由被保险人承担的精神损害抚慰金，保险人依照合同约定在责任限额内负责赔偿。',
  vehicleCheck: '保险期间内按约定次数提供车辆安全特征检测，不含修理和更换零件。',
  designatedDriver: '保险期间内按约定次数提供代为驾驶服务，单程不超过 30 公里。',
  inspectionErrand: '保险期间内按约定次数代为送检，检测站收取的费用由车主承担。',
};

const always = [
  '驾驶人故意制造事故的。',
  '驾驶人没有驾驶证、驾驶证被扣留，或者准驾车型不符的。',
  '饮酒、吸食或者注射毒品、服用国家管制药品后开车的。',
  '事故后没有依法采取措施就离开现场，或者毁坏、伪造证据的。',
];

const ofLiability = [
  ...always,
  '被保险人、驾驶人自己所有或者保管的财产的损失。',
  '停业、停驶、停电、停产等间接损失。',
  '没有经过我们同意，自己答应或者付给对方的钱。',
];

const ofOwnCar = [
  ...always,
  '自然磨损、朽蚀、故障，或者本身质量问题。',
  '事故后没有修好就继续使用，扩大的损失。',
  '车上零部件单独被盗，备用轮胎丢失。',
];

const ofCompulsory = [
  '对方故意撞过来造成的损失。',
  '您自己的车和财产的损失。',
  '停业、停驶、贬值等间接损失。',
  '打官司、做鉴定的费用。',
];

/** What a demonstration clause leaves out. Marked as a sample like the clause itself. */
const exclusions: Partial<Record<CoverCode, string[]>> = {
  compulsoryProperty: ofCompulsory,
  compulsoryMedical: ofCompulsory,
  compulsoryDeath: ofCompulsory,
  thirdParty: ofLiability,
  evThirdParty: ofLiability,
  vehicleDamage: ofOwnCar,
  evVehicleDamage: [...ofOwnCar, '电池自然衰减，续航变短。', '改装电路、自己拆装电池造成的损失。'],
  driver: [...always, '自己故意受伤、打架、疾病发作造成的。'],
  passengers: [...always, '乘客故意受伤、打架、疾病发作造成的。'],
  evDriver: [...always, '自己故意受伤、打架、疾病发作造成的。'],
  evPassengers: [...always, '乘客故意受伤、打架、疾病发作造成的。'],
  scratch: ['您和家人、驾驶人故意划的。', '和别人吵架、打官司引起的。'],
  wheels: ['质量问题、自然磨损。'],
  charger: ['没有按说明安装、自己改线造成的损失。', '自然磨损、本身质量问题。'],
  medicalOutsideList: ['和事故受伤无关的治疗。', '镶牙、整形等不是必需的费用。'],
};

const articles: Partial<Record<CoverCode, string>> = {
  compulsoryProperty: '示例第八条',
  compulsoryMedical: '示例第八条',
  compulsoryDeath: '示例第八条',
  vehicleDamage: '示例第六条',
  evVehicleDamage: '示例第六条',
  thirdParty: '示例第二十条',
  evThirdParty: '示例第二十条',
  driver: '示例第三十五条',
  passengers: '示例第三十五条',
  evDriver: '示例第三十五条',
  evPassengers: '示例第三十五条',
};

export interface ClauseSeed {
  id: string;
  code: CoverCode;
  body: string;
  article: string | null;
  exclusions: string[];
}

export const clauseIdOf = (code: CoverCode) => `cl_demo_${code}`;

export const clauseSeeds: ClauseSeed[] = Object.entries(bodies).map(([code, body]) => ({
  id: clauseIdOf(code as CoverCode),
  code: code as CoverCode,
  body: `${coverNames[code as CoverCode]}\n${MARK}\n${body}`,
  article: articles[code as CoverCode] ?? null,
  exclusions: exclusions[code as CoverCode] ?? [],
}));
