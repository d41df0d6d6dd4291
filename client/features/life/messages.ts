/** All words of the tab 车生活. */
export const messages = {
  title: '车生活',
  points: '可用积分',
  pointsDetail: '看明细',
  mall: '积分商城',
  give: '转赠',
  orders: '我的订单',
  vouchers: '可以用的券',
  all: '全部',
  show: '出示',
  gifts: '送您的礼包',
  services: '找服务',
  none: '现在没有可用的券',
  noneHint: '领了礼包，券就放在这里。',
  left: (left: number) => `剩 ${String(left)} 次`,
  until: (at: string) => `到 ${at}`,
  loginTitle: '登录后看您的券和积分',
  loginHint: '附近门店不登录也能看。',
  login: '去登录',
} as const;

export const lifeGiftWords = {
  claimBefore: (when: string) => `${when} 前可领`,
} as const;

export const lifeSystemWords = {
  points: '积分系统',
  vouchers: '券系统',
} as const;
