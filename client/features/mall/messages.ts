/** All words of the points mall (积分商城). */
export const messages = {
  title: '积分商城',
  balance: '可用积分',
  entries: '看明细',
  all: '全部',
  filter: '按服务筛选',
  price: (points: string) => `${points} 积分`,
  stock: (count: number) => `还有 ${String(count)} 份`,
  fewLeft: (count: number) => `只剩 ${String(count)} 份`,
  limit: (count: number) => `每人限 ${String(count)} 份`,
  why: {
    soldOut: '已兑完',
    limitReached: '已换满',
    notEnough: (missing: string) => `还差 ${missing}`,
  },
  emptyTitle: '现在没有可以换的',
  emptyHint: '上新后会放在这里。您的积分照常有效，快到期的会提前写在积分页上。',
  emptyAllAction: '看全部商品',
  emptyAction: '看看我的积分',
} as const;

export const itemWords = {
  title: '积分兑换',
  goneTitle: '没有找到这件商品',
  goneHint: '可能已经下架。没有扣积分。',
  goneAction: '回积分商城',
  perVoucher: (uses: number) =>
    uses > 1 ? `每份 1 张券，能用 ${String(uses)} 次` : '每份 1 张券，能用 1 次',
  facts: '换之前，请看清这几条',
  youGet: '换到什么',
  validity: '有效期',
  where: '哪里能用',
  storesOf: (count: number) => (count > 0 ? `${String(count)} 家店` : '不用到店，会来接您'),
  extra: '另外花钱',
  noExtra: '不另外收钱',
  how: '怎么用',
  limits: '使用限制',
  excluded: '不包含',
  taking: '兑换上限',
  perMember: (limit: number, left: number) => `每人 ${String(limit)} 份，您还能换 ${String(left)} 份`,
  stock: '库存',
  cancelRule: '能反悔吗',
  cancelHint: '券一次都没用、没转赠、没过期，就能在“我的订单”里取消，积分全部退回。',
  unit: '积分',
  balanceNow: (points: string) => `您有 ${points} 积分`,
  quantity: '兑换几份',
  less: '少换一份',
  more: '多换一份',
  pieces: (count: number) => `${String(count)} 份`,
  exchange: (points: string) => `用 ${points} 积分兑换`,
  exchanging: '正在兑换…',
  soldOut: '已经兑完了，补货后会写在这里。',
  limitReached: (limit: number) => `每人最多换 ${String(limit)} 份，您已经换满了。`,
  notEnough: (missing: string) => `还差 ${missing} 积分。`,
  earnMore: '怎么赚积分',
  toOrders: '看我的订单',
} as const;

export const confirmWords = {
  title: '确认兑换',
  ask: (title: string, points: string) => `用 ${points} 积分换“${title}”？`,
  item: '商品',
  quantity: '数量',
  each: '每份',
  total: '一共用掉',
  after: '换完还剩',
  confirm: (points: string) => `确认，用掉 ${points} 积分`,
} as const;

export const doneWords = {
  title: '换到了',
  ok: '已兑换',
  spent: '用掉积分',
  left: '还剩积分',
  until: (day: string) => `到 ${day}`,
  number: '订单号',
  when: '时间',
  hint: (count: number) => `${String(count)} 张券已经放进“我的券”。没用之前想反悔，到“我的订单”里取消。`,
  use: '去用这张券',
  orders: '看我的订单',
} as const;

export const mallSystemWords = {
  name: '积分商城',
} as const;
