/** All words about gifts and orders. */
export const messages = {
  list: {
    title: '我的礼包',
    offered: '可以领',
    past: '领过的和过期的',
    until: (at: string) => `${at} 前可领`,
    contents: (items: { title: string; quantity: number }[]) =>
      items.map((item) => `${item.title} ${String(item.quantity)} 次`).join('、'),
    states: { offered: '可领', claimed: '已领', expired: '已过期', revoked: '已失效' },
    emptyTitle: '现在没有礼包',
    emptyHint: '保险公司送您的洗车、检测这些礼包会放在这里，领之前看得到全部条件。',
    emptyAction: '看看我的券',
    orders: '我的订单',
  },
  detail: {
    title: '礼包',
    from: (name: string) => `${name}送您`,
    until: (at: string) => `${at} 前可领`,
    claimedAt: (at: string) => `${at} 已领取`,
    times: (quantity: number) => `${String(quantity)} 次`,
    terms: '领之前，请看清这几条',
    termsPast: '这份礼包的说明',
    why: '为什么送',
    validity: '有效期',
    where: '哪里能用',
    storesOf: (count: number) => (count > 0 ? `${String(count)} 家店` : '不用到店，会来接您'),
    extra: '另外花钱',
    noExtra: '不另外收钱',
    how: '怎么用',
    limits: '使用限制',
    excluded: '不包含',
    claim: '领取礼包',
    claiming: '正在领取…',
    foot: '不花钱，不扣积分',
    doneTitle: '领到了',
    doneHint: (count: number) => `${String(count)} 张券已经放进「我的券」，到店出示就能用。`,
    toVouchers: '去看我的券',
    basis: {
      policyRider: '您的保单里带的服务，不会收回',
      courtesy: '保险公司送您的关怀，跟续不续保无关',
      points: '用积分换的',
    },
  },
  orders: {
    title: '我的订单',
    kinds: { gift: '礼包', exchange: '积分兑换' },
    emptyTitle: '还没有订单',
    emptyHint: '领过的礼包和积分换的东西都记在这里。',
    emptyAction: '看看礼包',
    left: (left: number, total: number) =>
      total > 1 ? `剩 ${String(left)} 次，共 ${String(total)} 次` : '没用过',
    usedUp: '用完了',
    cancelled: '已取消',
    states: { expired: '已过期', revoked: '已失效', transferred: '已转赠' },
  },
} as const;

export const claimReceiptWords = {
  until: (day: string) => `到 ${day}`,
} as const;

export const giftSystemWords = {
  gifts: '礼包系统',
  orders: '订单系统',
} as const;

/** In 待发送: what will be claimed, and until when that is possible. */
export const laterWords = {
  claim: (title: string) => `领取“${title}”`,
  before: '要在这之前发出',
} as const;

/** What an exchange of points cost, and taking it back while it is unused. */
export const exchangeWords = {
  spent: (points: string) => `用掉 ${points} 积分`,
  cancelledAt: (at: string, points: string) => `${at} 取消，退回 ${points} 积分`,
  cancel: '取消兑换',
  title: '取消兑换',
  ask: (title: string, points: string) => `取消“${title}”，退回 ${points} 积分？`,
  hint: '换来的券会作废，积分马上退回。退回的积分至少再有效 30 天。取消以后不能恢复，想要可以再换一次。',
  confirm: (points: string) => `取消，退回 ${points} 积分`,
  cancelling: '正在取消…',
  keep: '先留着',
  doneTitle: '已取消',
  returned: '退回积分',
  until: '其中最早到期',
  balance: '现在的积分',
  order: '订单号',
  close: '知道了',
} as const;
