import type { Scenario } from '../../../bff/features/claims/contract';

export const scenarioWords: Record<Scenario, { name: string; like: string }> = {
  rearEnd: { name: '追尾', like: '前后车相撞' },
  junction: { name: '路口相撞', like: '直行、转弯、抢行' },
  laneChange: { name: '变道刮碰', like: '并线、超车、借道' },
  wrongWay: { name: '逆行相撞', like: '一方走反了方向' },
  singleCar: { name: '单方事故', like: '撞护栏、树、墙' },
  other: { name: '其他', like: '停车被刮、坠物、涉水' },
};

export const reportWords = {
  noPlace: '地点等查勘员来电确认',
  byPhonePosition: '按手机定位',
  driverIsMe: '本人',
  phoneWrong: '请填 11 位手机号，查勘员要打给您',
  driverWrong: '请填驾驶人的姓名',
  plateWrong: '车牌号不对，例如 鲁A12345 或 鲁AD12345',
  checkAbove: '上面标红的地方改一下，就能提交。',
  placeRefused: '没有得到位置，没关系，写个路名或路口就行。',
  placeUnavailable: '现在定位不到。写个路名或路口就行。',
} as const;

export const photoWords = {
  cameraRefused: '没有打开相机。请在手机设置里允许使用相机，或者从相册选。',
  unreadable: '这张照片打不开，可能是 HEIC 格式。请在这里直接拍一张，或在相机设置里选“兼容性最佳”。',
  notSent: '没传上，照片还在手机里，点这里重传',
  notSure: '还不确定传好没有，点这里查一下',
} as const;
