export const coverageWords = {
  upTo: (amount: string) => `最高 ${amount}`,
  aSeat: (amount: string, seats: number) => `每座最高 ${amount}，${seats} 座`,
  aDay: (amount: string, days: number) => `每天 ${amount}，最多 ${days} 天`,
  times: (times: number) => `${times} 次`,
  deductible: (text: string) => `要您自己承担的部分：${text}`,
  more: '大家还问',
  clause: '条款原文',
  hideClause: '收起条款',
  showClause: '看条款原文',
  notCovered: (count: number) => `不赔的情形 ${count} 条`,
  hideNotCovered: '收起不赔的情形',
} as const;
