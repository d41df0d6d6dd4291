import type { Shot } from '../../../../bff/features/claims/contract';

/** What to photograph while the claims system cannot be asked: the same words as its own. */
export const shotWords: Record<Exclude<Shot, 'other'>, { name: string; hint: string }> = {
  ownFront: { name: '车头全貌', hint: '站在车前 3 步，把整个车头和车牌放进框里。' },
  ownRear: { name: '车尾全貌', hint: '站在车后 3 步，把整个车尾和车牌放进框里。' },
  plates: { name: '双方车牌', hint: '两辆车的车牌都拍清楚，可以分两张。' },
  contactPoint: { name: '碰撞部位', hint: '离碰到的地方 1 步，拍清楚损伤。' },
  bothCars: { name: '两车全貌', hint: '退后几步，把两辆车和位置拍在一张里。' },
  surroundings: { name: '周围环境', hint: '拍到路口、路牌、碎片和刹车印。' },
  lights: { name: '红绿灯', hint: '拍清楚各方向的红绿灯和停止线。' },
  positions: { name: '两车位置', hint: '从路中间方向拍，看得出两车从哪里来。' },
  laneLines: { name: '车道线', hint: '碰撞部位和地上的车道线拍在一张里，线要看得清。' },
  roadSigns: { name: '道路标志', hint: '拍清楚单行、禁行标志和地上的箭头。' },
  objectHit: { name: '撞到的东西', hint: '护栏、树、墙等被撞坏的地方，拍全再拍近。' },
  drivingLicence: { name: '驾驶证', hint: '正页和副页都拍，四个角在框里，不反光。' },
  vehicleLicence: { name: '行驶证', hint: '正页和副页都拍，四个角在框里，不反光。' },
  vinPlate: { name: '车架号', hint: '前挡风玻璃左下角的一排 17 位号码。' },
  otherPapers: { name: '对方的证件', hint: '对方的驾驶证、行驶证和保险信息，征得同意再拍。' },
  medicalPapers: { name: '医院的单据', hint: '诊断证明、病历、缴费票据。先救人，以后再拍也行。' },
};

export const wholeCar = { name: '全车', hint: '退后几步，把整辆车和车牌放进框里。' } as const;
