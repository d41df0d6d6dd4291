/** All words about vouchers (服务券). */
export const messages = {
  list: {
    title: '我的券',
    filters: {
      active: '可以用',
      redeemed: '用过的',
      expired: '过期的',
      transferred: '送出的',
      revoked: '失效的',
    },
    emptyTitle: {
      active: '现在没有可用的券',
      redeemed: '还没有用过的券',
      expired: '没有过期的券',
      transferred: '没有送出的券',
      revoked: '没有失效的券',
    },
    transfers: '转赠记录',
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
    typedCodeNow: '没有网络也能用：报这个兑换码',
    liveOnly: '这张券要联网出示，到有网络的地方再打开。券不会少。',
    give: '转赠家人',
    given: '正在转赠',
    givenHint: (at: string) => `链接 ${at} 前有效。对方领取前，您照样能用。`,
    seeGiven: '看这次转赠',
    received: '别人送给您的，不能再转赠',
    jumpHow: '怎么用',
    how: '怎么用',
    steps: '步骤',
    limits: '使用限制',
    excluded: '不包含',
    extra: '另外花钱',
    noExtra: '不另外收钱',
    stores: '能用的店',
    allStores: (count: number) => `全部 ${String(count)} 家`,
    nearStores: '按距离看',
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

/** After a use: two questions, once. */
export const ratingWords = {
  open: '评价这次服务',
  score: '这次服务怎么样？',
  scores: { '5': '很好', '4': '好', '3': '一般', '2': '不好', '1': '很差' },
  promised: '和说好的一样吗？没有多收钱、没有少做？',
  promises: { yes: '一样', no: '不一样' },
  missing: '两个问题都选一下，再提交',
  send: '提交评价',
  sending: '正在提交…',
  thanks: (points: string | null) => (points === null ? '谢谢您的评价' : `谢谢您的评价，+${points} 积分`),
  rated: (score: string) => `您的评价：${score}`,
  broken: '您说和说好的不一样。要退回这一次，请点“门店没给用”。',
} as const;

/** What can be wrong with a use, and what is done about it. */
export const reportWords = {
  notMe: '不是我用的',
  refused: '门店没给用',
  titles: { notMe: '不是我用的', refusedByStore: '门店没给用' },
  hints: {
    notMe: '我们会查是谁、在哪里用的，三天内答复您。查清不是您用的，这一次会还给您。',
    refusedByStore:
      '30 天内用掉的，这一次马上还给您；快到期的券多给 7 天，我们再去问门店。短时间里反映多次的，先查清再还。',
  },
  about: '说的是哪一次',
  comment: '想说的（可以不填）',
  placeholders: { notMe: '例如：那天车一直停在家里', refusedByStore: '例如：到店说名额满了' },
  send: '提交，让我们来处理',
  sending: '正在提交…',
  receipt: '收到了',
  ticket: '工单号',
  at: '提交时间',
  due: '最晚答复',
  remedy: {
    restored: '用掉的这一次已经还给您',
    extended: (day: string) => `这张券延到 ${day}`,
    none: '我们先查清楚，再答复您',
  },
  section: '您反映的问题',
  states: { open: '处理中', closed: '已答复' },
  answered: (at: string) => `${at} 答复`,
  dueBy: (at: string) => `${at} 前答复`,
  earlier: '到店用不了？',
  close: '知道了',
} as const;
