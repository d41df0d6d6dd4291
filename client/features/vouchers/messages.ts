/** All words about vouchers (服务券). */
export const messages = {
  list: {
    title: '我的券',
    filters: { active: '可以用', redeemed: '用过的', expired: '过期的' },
    emptyTitle: { active: '现在没有可用的券', redeemed: '还没有用过的券', expired: '没有过期的券' },
    emptyHint: '领了礼包，洗车、检测这些券就放在这里，到店出示就能用。',
    emptyAction: '去领礼包',
    show: '出示',
    until: (at: string) => `到 ${at}`,
    left: (left: number, total: number) => `剩 ${String(left)} 次，共 ${String(total)} 次`,
    onlyFor: (plate: string) => `只限 ${plate}`,
  },
  states: {
    active: '可以用',
    reserved: '已预约',
    redeemed: '已使用',
    expired: '已过期',
    revoked: '已失效',
    transferred: '已转赠',
  },
  detail: {
    title: '出示给店员',
    titlePast: '服务券',
    untilLeft: (at: string, days: number) => `到 ${at}，还有 ${String(days)} 天`,
    until: (at: string) => `到 ${at}`,
    from: (at: string) => `${at} 起可用`,
    remaining: '剩余次数',
    times: (left: number, total: number) => `${String(left)} 次（共 ${String(total)} 次）`,
    plate: '只限这辆车',
    cap: (amount: string) => `每次最多优惠 ${amount}`,
    capLeft: (amount: string) => `还能优惠 ${amount}`,
    sayDigits: '扫不了？报这个数',
    autoRenew: '到时自动换新码',
    bright: '屏幕已调亮',
    brighten: '太暗请调亮屏幕',
    secondsLeft: (seconds: number) => `还剩 ${String(seconds)} 秒`,
    loadingCode: '正在取码…',
    retryCode: '重新取码',
    noCode: {
      offline: '没有网络，暂时取不到码。连上网会自动再试。',
      other: '暂时取不到码，正在自动再试。',
    },
    typedCode: '没有网络时，报这个兑换码',
    how: '怎么用',
    limits: '用的限制',
    excluded: '不包含',
    extra: '另外花钱',
    noExtra: '不另外收钱',
    stores: '能用的店',
    allStores: '看附近的店',
    history: '用过的记录',
    use: (no: number) => `第 ${String(no)} 次`,
    undoneTitle: (store: string) => `${store} · 已撤销`,
    undone: '这一次还给您了',
    navigate: (store: string) => `导航到${store}`,
    call: (store: string) => `打给${store}`,
    paid: (discount: string, pays: string) => `优惠 ${discount}，您付 ${pays}`,
    usedTitle: '已使用',
    receipt: '使用凭证',
    stillLeft: (left: number) => `这张券还剩 ${String(left)} 次`,
    receiptNo: '凭证号',
    showAgain: '再出示一次',
    toList: '回我的券',
    notMe: (hotline: string) => `不是您用的？打 ${hotline}，我们来查。`,
  },
} as const;

export const codeWords = {
  label: (title: string) => `${title}的二维码，给店员扫`,
  seconds: (left: string) => `${left}秒`,
} as const;

export const voucherSystemWords = {
  name: '券系统',
} as const;

export const storeRowWords = {
  where: (address: string, hours: string) => `${address}，营业 ${hours}`,
} as const;

export const usedWords = {
  service: '服务',
  store: '门店',
  when: '时间',
  discount: '优惠',
  paid: '您付',
} as const;
