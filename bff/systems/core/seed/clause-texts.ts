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
  roadside: '保险期间内提供道路救援服务：免费 2 次，单程拖车不超过 50 公里，材料费用另计。',
};

export interface ClauseSeed {
  id: string;
  code: CoverCode;
  body: string;
}

export const clauseIdOf = (code: CoverCode) => `cl_demo_${code}`;

export const clauseSeeds: ClauseSeed[] = Object.entries(bodies).map(([code, body]) => ({
  id: clauseIdOf(code as CoverCode),
  code: code as CoverCode,
  body: `${coverNames[code as CoverCode]}\n${MARK}\n${body}`,
}));
