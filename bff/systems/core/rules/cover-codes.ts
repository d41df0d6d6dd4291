/** Covers by code, with the names of the filed products (DOMAIN, "Cover"). New-energy cars have names of their own. */
export const coverNames = {
  compulsoryProperty: '财产损失赔偿限额',
  compulsoryMedical: '医疗费用赔偿限额',
  compulsoryDeath: '死亡伤残赔偿限额',
  thirdParty: '机动车第三者责任保险',
  vehicleDamage: '机动车损失保险',
  driver: '机动车车上人员责任保险（司机）',
  passengers: '机动车车上人员责任保险（乘客，每座）',
  evThirdParty: '新能源汽车第三者责任保险',
  evVehicleDamage: '新能源汽车损失保险',
  evDriver: '新能源汽车车上人员责任保险（司机）',
  evPassengers: '新能源汽车车上人员责任保险（乘客，每座）',
  absoluteDeductible: '绝对免赔率特约',
  wheels: '车轮单独损失险',
  equipment: '新增加设备损失险',
  scratch: '车身划痕损失险',
  repairTime: '修理期间费用补偿险',
  engineWaterExcluded: '发动机进水损坏除外特约',
  cargo: '车上货物责任险',
  mentalDistress: '精神损害抚慰金责任险',
  holidayDouble: '法定节假日限额翻倍险',
  medicalOutsideList: '医保外医疗费用责任险',
  gridFailure: '外部电网故障损失险',
  charger: '自用充电桩损失保险',
  chargerLiability: '自用充电桩责任保险',
  roadside: '机动车增值服务特约（道路救援）',
  vehicleCheck: '机动车增值服务特约（车辆安全检测）',
  designatedDriver: '机动车增值服务特约（代为驾驶）',
  inspectionErrand: '机动车增值服务特约（代为送检）',
} as const;

export type CoverCode = keyof typeof coverNames;

export const isCoverCode = (code: string): code is CoverCode => Object.hasOwn(coverNames, code);

/** The two codes under which cover for damage to others can stand in one policy. */
export const thirdPartyCodes: readonly string[] = ['thirdParty', 'evThirdParty'];
