import type { Home } from '../../../bff/features/home/contract';

/** `刚刚` stands without a space, a figure with one. */
const spaced = (age: string): string => (age === '刚刚' ? age : ` ${age}`);

type PartName = 'openClaims' | 'nextDue' | 'gifts' | 'vouchers' | 'points' | 'cover';

/** What is said when a part of the page is missing: what is away, and what it does not touch. */
export const awayWords: Record<PartName, string> = {
  openClaims: '暂时看不到理赔进展，您的案子照常在办。着急可以打客服。',
  nextDue: '暂时看不到到期提醒，您的保障不受影响。',
  gifts: '暂时看不到礼包，您的礼包都还在。',
  vouchers: '暂时连不上',
  points: '暂时连不上',
  cover: '',
};

export const noticeTarget: Record<Home['notices'][number]['kind'], 'account/identity'> = {
  completeIdentity: 'account/identity',
  identityReview: 'account/identity',
};

export const claimsWords = {
  callHotline: '打客服',
  none: '没有在办的理赔',
  noneHint: '报案以后，进展和谁在办都在这里',
  others: (count: number) => `还有 ${count} 起在办`,
  waiting: (count: number) => `${count} 起等您`,
  away: (age: string) => `暂时连不上理赔系统。下面是${spaced(age)}的进展，您的案子照常在办。`,
} as const;

export const dueWords = {
  stale: (age: string) => `下面是${spaced(age)}的内容，稍后会自己更新。`,
  more: (count: number) => `还有 ${count} 项快到期`,
  none: '没有快到期的保单、礼包和券。',
  today: '今天到期',
  daysLeft: (left: number) => `还有 ${left} 天`,
  service: (name: string, quantity: number) => `${name} ${quantity} 次`,
  gift: (title: string) => `送您：${title}`,
  toClaim: '待领取',
} as const;

export const helloWords = {
  cars: (count: number) => `${count} 辆车`,
  covered: (cars: string) => `${cars} 正在保障中`,
  visitor: '您的车，我们守着每一步',
  member: '出了事故，先点“出险报案”',
} as const;

export const nextWords = {
  ownedBy: (name: string) => `${name}负责`,
  title: '接下来',
  reported: (plate: string, when: string) => `${plate} · ${when} 报案`,
  before: (when: string) => `${when} 前`,
  whenCalled: '，时间来电时约好',
  step: (number: number, total: number) => `第 ${number} 步，共 ${total} 步`,
  progress: '看进展',
  call: (name: string) => `打给${name}`,
  callHotline: '打客服',
} as const;

export const visitorWords = {
  title: '登录后，这里是您的',
  lead: '保单到期提醒、理赔进展和送您的礼包。不登录也能先填报案。',
  login: '登录',
} as const;

export const reportButtonWords = {
  report: '出险报案',
  fiveTaps: '点几下就有报案号',
  offline: '没网也能先填',
  roadside: '道路救援',
  roadsideDetail: '打电话叫车',
} as const;

export const shortcutWords = {
  usable: (count: number) => (count > 0 ? `${count} 张可用` : '还没有券'),
  show: '到店出示',
  violations: '违章',
  violationsDetail: '查一查',
  vouchers: '我的券',
  stores: '附近门店',
  storesDetail: '按远近找',
} as const;

export const keptWords = {
  onPhone: '报案已存在这台手机',
  sending: '报案正在发送',
  byItself: '一有网络就自动发出去，只发一次',
  afterLogin: '登录后自动发出去，只发一次',
  refused: '报案还没有提交',
  refusedMeans: '点这里看原因，改好再提交',
  photos: (count: number) => `还有 ${count} 张事故照片在手机里`,
  photosGo: '正在自动接着传，不用打开案子',
  photosWait: '一有网络就自动接着传',
  photosAfterLogin: '登录后自动接着传',
  photosAfterReport: '报案送到后自动传',
  retake: (count: number) => `有 ${count} 张事故照片要重拍`,
  retakeMeans: '打开这个案子看是哪一张',
} as const;
