import type { Scenario } from '../../../bff/features/claims/contract';

export const scenarioWords: Record<Scenario, { name: string; like: string }> = {
  rearEnd: { name: '追尾', like: '前后车相撞' },
  junction: { name: '路口相撞', like: '直行、转弯、抢行' },
  laneChange: { name: '变道刮碰', like: '并线、超车、借道' },
  wrongWay: { name: '逆行相撞', like: '一方走反了方向' },
  singleCar: { name: '单方事故', like: '撞护栏、树、墙' },
  other: { name: '其他', like: '停车被刮、坠物、涉水' },
};

export const photoWords = {
  notAgreed: '没关系，不拍也行。照片可以等查勘员当面拍。',
  cameraRefused: '没有打开相机。请在手机设置里允许使用相机，或者从相册选。',
  unreadable: '这张照片打不开，可能是 HEIC 格式。请在这里直接拍一张，或在相机设置里选“兼容性最佳”。',
  kept: '存在手机里，正在排队',
  noRoom: '手机空间不够，这张没能存下。请别关这一页，正在先传它。',
  withReport: '已存在这台手机，报案送到后自动传',
  total: (done: number, total: number) => `已传好 ${done} 张，共 ${total} 张`,
  totalSending: (count: number) => `${count} 张正在传或等着传，离开这里也会接着传`,
} as const;

export const caseActionWords = {
  morePhotos: (missing: number) => `继续拍照，还差 ${missing} 张`,
  allPhotos: (missing: number) => `去拍照，共 ${missing} 张`,
  call: (name: string) => `打给${name}`,
  callHotline: (number: string) => `打客服 ${number}`,
} as const;

export const caseHeadWords = {
  injured: '有人受伤',
  notInjured: '没有人受伤',
  reportNo: '报案号',
  numberLater: '报案号随后给您',
  unfold: '展开',
  fold: '收起',
} as const;

export const casePhotosWords = {
  other: '其他',
  retake: '再拍',
  take: '去拍照',
  title: (count: number) => `照片 ${count} 张`,
  none: '还没有照片。现场方便时再拍，不影响报案。',
  open: (name: string) => `${name}，点开看大图`,
} as const;

export const timelineWords = {
  late: '没有按说好的时间办到，让您久等了，对不起。',
  whenCalled: '来电时约好',
  whenItIsDue: '轮到时告诉您',
  lateBy: (duration: string) => `晚了 ${duration}`,
  done: '已办好',
  before: (when: string) => `${when} 前`,
  ownsStep: '现在跟进这一步',
} as const;

export const claimRowWords = {
  ownedBy: (name: string) => `${name}负责`,
} as const;

export const casePageWords = {
  title: '理赔进展',
  system: '理赔系统',
  unaffected: '您的案子照常在办',
  pendingCheck: '待核实：我们会核对这辆车当时的保障，有结果马上告诉您。报案照样受理。',
} as const;

export const claimListWords = {
  title: '理赔记录',
  system: '理赔系统',
  unaffected: '您的案子照常在办',
  none: '没有报过案',
  report: '出险报案',
  noneHint: '报案后，谁在办、什么时候办好，都在这里看。打客服电话报的也会出现。',
  open: '正在办',
  closed: '办完的',
} as const;

export const photoPageWords = {
  openSettings: '去设置里允许相机',
  title: '拍照',
  system: '理赔系统',
  unaffected: '您的案子照常在办',
  noPhotos: '这个案子不用拍照',
  progress: '看进展',
} as const;

export const photoControlWords = {
  finished: '拍好了，看进展',
  album: '从相册选',
  shoot: '拍下这一张',
  progress: '看进展',
  later: '以后再拍',
} as const;

export const photoFrameWords = {
  allDone: '都拍好了',
  shot: (number: number, total: number, name: string) => `第 ${number} 张，共 ${total} 张：${name}`,
  tapToRetake: '点下面任意一张可以再拍。',
  sent: '已传好',
  advice: '照着这个样子拍，差一点也能用',
  sending: (percent: number) => `正在传 ${percent}%`,
} as const;

/** About a photo that is already on its way: advice, never a condition. */
export const photoAdviceWords = {
  small: (name: string) => `「${name}」太小了，放大也看不清。换原图，或者再拍一张。`,
  black: (name: string) => `「${name}」太黑了，什么也看不清。看看镜头有没有挡住，再拍一张。`,
  blank: (name: string) => `「${name}」里什么也看不见。对着车再拍一张。`,
  dark: (name: string) => `「${name}」有点暗。开灯或换个角度再拍更清楚；看得清就不用重拍。`,
  blurred: (name: string) => `「${name}」有点糊。拿稳、点一下屏幕对焦再拍；看得清就不用重拍。`,
  repeated: (name: string, other: string) =>
    `「${name}」和「${other}」像是同一张。拍错了就再拍；就是这样也行。`,
  again: '再拍这一张',
  keep: '就用这张',
} as const;

export const photoStripWords = {
  onPhone: '已存手机',
  sending: (percent: number) => `正在传 ${percent}%`,
  resend: '点这里重传',
  retake: '请重拍',
  sent: '已传好',
  now: '现在拍',
  notYet: '还没拍',
} as const;
