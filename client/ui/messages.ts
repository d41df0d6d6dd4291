/** All words of the components and of the formats: dates, sums, failures. */
export const hotlineWords = {
  call: '打客服',
  callNumber: (number: string) => `打客服电话 ${number}`,
  callWide: (number: string) => `打客服 ${number}`,
} as const;

export const fieldWords = {
  full: (most: number) => `已经写满 ${most} 个字，再多就记不下了`,
} as const;

export const clockWords = {
  late: '晚了',
  left: '还剩',
  before: (when: string) => `${when} 前`,
} as const;

export const errorStateWords = {
  login: '去登录',
  home: '回首页',
  retrying: '正在重试…',
  retry: '再试一次',
} as const;

export const failureTexts = {
  visitorTitle: '登录后看这里',
  visitorDetail: '这里的内容只有您自己能看。用手机号登录就好。',
  notFound: '没有找到',
  refused: '这一步没有完成',
  sessionGone: '需要重新登录',
  sessionGoneDetail: '您填好的内容还在，登录后接着来。',
  away: '暂时连不上后台系统',
  awayDetail: '您的保障和权益不受影响。',
  uncertain: '还不确定有没有办成',
  uncertainDetail: '回应在路上丢了。点“查询进度”会查清楚，不会重复办理。',
  offline: '没有连上网络',
  offlineReadDetail: '这里的内容手机上还没有。连上网络后会自己显示。',
  offlineDetail: '没有发送出去，什么都没有改变。连上网络后再试。',
  contract: '内容显示不了',
  contractDetail: '可能是版本旧了。请退出后重新打开；还不行就打客服。',
  ours: '是我们出错了，对不起',
  oursWithNumber: (requestId: string) => `您可以再试一次。打客服时请报编号 ${requestId}。`,
  oursDetail: '您可以再试一次，或打客服。',
  tryIn: (duration: string) => `请过 ${duration}再试。`,
  tryLater: '请稍后再试。',
} as const;

export const distanceWords = {
  metres: (metres: number) => `${metres} 米`,
  kilometres: (kilometres: number | string) => `${kilometres} 公里`,
} as const;

export const moneyWords = {
  tenThousand: (amount: string) => `${amount} 万`,
} as const;

export const timeWords = {
  yesterday: '昨天',
  today: '今天',
  tomorrow: '明天',
  day: (month: number, day: number) => `${month}月${day}日`,
  withYear: (year: number, day: string) => `${year}年${day}`,
  fullDate: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  seconds: (count: number) => `${count} 秒`,
  minutes: (count: number) => `${count} 分钟`,
  hours: (count: number) => `${count} 小时`,
  days: (count: number) => `${count} 天`,
  remaining: (duration: string) => `还剩 ${duration}`,
  late: (duration: string) => `晚了 ${duration}`,
  justNow: '刚刚',
  minutesAgo: (count: number) => `${count} 分钟前`,
  hoursAgo: (count: number) => `${count} 小时前`,
  daysAgo: (count: number) => `${count} 天前`,
  lateNight: '夜深了',
  morning: '早上好',
  noon: '中午好',
  afternoon: '下午好',
  evening: '晚上好',
} as const;

export const navigationWords = {
  back: '返回',
  home: '首页',
  policies: '保单',
  life: '车生活',
  me: '我的',
  main: '主导航',
} as const;

export const pageWords = {
  foot: '页面下方的操作',
  offline: '现在没有网络。已有的内容照常能看，填好的不会丢。',
  waiting: (count: number) => `待发送 ${count} 件`,
  refused: (count: number) => `您之前填的有 ${count} 件没有办成，内容还在。`,
  lookWhy: '看原因',
} as const;

export const personWords = {
  call: (name: string) => `打给${name}`,
} as const;

export const serviceNames = {
  carWash: '洗车',
  fuel: '加油优惠',
  inspection: '代办验车',
  designatedDriver: '酒后代驾',
  roadside: '道路救援',
  airport: '机场贵宾',
  health: '健康关怀',
  vehicleCheck: '车辆检测',
  maintenance: '车辆保养',
  paperwork: '车务代办',
  partner: '联盟商家',
} as const;

export const sheetWords = {
  close: '关闭',
} as const;

export const loadingWords = {
  loading: '正在加载',
} as const;

export const staleWords = {
  away: (system: string) => `暂时连不上${system}`,
  awayUnknown: '暂时连不上后台系统',
  retrying: '正在重试…',
  retry: '再试一次',
  sentence: (cause: string, at: string, unaffected: string | undefined) =>
    `${cause}。下面的内容截至${at}${unaffected ? `，${unaffected}` : ''}。`,
  asOf: (at: string) => `截至${at}`,
  renewing: (at: string) => `截至${at}，正在更新…`,
} as const;

export const submissionWords = {
  querying: '正在查询…',
  query: '查询进度',
  stillNot: (title: string) => `刚才没查到：${title}。`,
  login: '去登录',
  queued: '已放进“待发送”，连上网络会自动发出。',
  onItsWay: '正在发出，很快就有结果。不会重复办理。',
  calledOff: '先不发',
  seeQueue: '看待发送',
} as const;

export const termWords = {
  explain: (word: string) => `${word}，点开看解释`,
  explainAll: (words: readonly string[]) => `这些词什么意思：${words.join('、')}`,
  explainSome: (words: readonly string[], all: number) => `${words.join('、')}等 ${all} 个词什么意思`,
  title: '这些词什么意思',
} as const;

export const stepWords = {
  done: '已完成',
  current: '正在进行',
  next: '接下来',
} as const;

export const moreWords = {
  more: '再看一些',
  reading: '正在取…',
} as const;
