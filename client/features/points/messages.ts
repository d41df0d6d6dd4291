/** All words about points (积分). */
export const messages = {
  title: '积分',
  available: '可用积分',
  expiring: (points: string, at: string, days: number) =>
    `${points} 分在 ${at} 到期，还有 ${String(days)} 天。`,
  last12: '最近 12 个月',
  earned: (points: string) => `得到 ${points}`,
  spent: (points: string) => `用掉 ${points}`,
  entries: '积分明细',
  after: (points: string) => `余 ${points}`,
  emptyTitle: '还没有积分',
  emptyHint: '保单生效、一年没出险这些都会得到积分，每一笔都写明来由。',
  emptyAction: '回车生活',
} as const;

export const pointsSystemWords = {
  name: '积分系统',
} as const;
