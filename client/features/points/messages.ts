/** All words about points (积分). */
export const messages = {
  title: '积分',
  available: '可用积分',
  earnMore: '怎么赚积分',
  expiring: (points: string, at: string, days: number) =>
    `${points} 分在 ${at} 到期，${days > 0 ? `还有 ${String(days)} 天` : '就是今天'}。`,
  moreExpiring: (count: number) => `后面还有 ${String(count)} 批要到期`,
  lessExpiring: '收起',
  exchange: '用积分兑换',
  last12: '最近 12 个月',
  earned: (points: string) => `得到 ${points}`,
  spent: (points: string) => `用掉 ${points}`,
  entries: '积分明细',
  all: '全部',
  after: (points: string) => `余 ${points}`,
  emptyTitle: '还没有积分',
  emptyHint: '每天签到、保单生效、一年没出险都会得到积分，每一笔都写明来由。',
} as const;

/** The year in figures, for who does not read bars. */
export const yearWords = {
  open: '看每个月的数字',
  month: (key: string) => `${key.slice(0, 4)}年${String(Number(key.slice(5)))}月`,
  present: '本月',
  row: {
    earned: '得到',
    returned: '退回',
    spent: '用掉',
    expired: '过期',
    balanceAfter: '月底余额',
  },
} as const;

/** Why an entry stands there. */
export const entryWords = {
  title: '这一笔的来由',
  when: '时间',
  points: '积分',
  after: '之后的余额',
  rule: '规则',
  kinds: {
    earn: '按规则得到的积分。',
    spend: '兑换时用掉的积分。兑换来的券没用过，可以在“我的订单”里取消，积分退回。',
    expire: '有效期满的积分会自动清掉。快到期的会提前写在积分页上。',
    giveBack: '取消兑换退回来的积分，到期日不早于退回后 30 天。',
    move: '两个账号合并时转过来的积分。',
  },
} as const;

export const signInWords = {
  signIn: '今天签到',
  signing: '正在签到…',
  done: '今天签过了',
  streak: (days: number) => (days > 0 ? `已连续 ${String(days)} 天` : '连续 7 天另有奖励'),
  toBonus: (days: number) => `再连续 ${String(days)} 天，另有奖励`,
  got: (points: string, bonus: string | undefined) =>
    bonus === undefined ? `签到成功，+${points} 积分` : `签到成功，+${points} 积分，连续 7 天再加 ${bonus}`,
  failed: '没有签上，再点一次就行。不会重复加分。',
} as const;

export const earnWords = {
  title: '怎么赚积分',
  hint: '每一笔都按发生那天的规则算，规则改了不影响已经得到的。',
  plus: (points: string) => `+${points}`,
  limit: '次数',
  validity: '有效期',
  toInvite: '邀请朋友',
  toMall: '看看能换什么',
  emptyTitle: '现在没有开放的规则',
  emptyHint: '有新的活动会写在这里。已经得到的积分不受影响。',
} as const;

export const pointsSystemWords = {
  name: '积分系统',
} as const;
