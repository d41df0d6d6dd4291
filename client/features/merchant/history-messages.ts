/** All words of the uses of a day. */
export const historyWords = {
  title: '核销记录',
  today: '今天',
  yesterday: '昨天',
  pick: '选日期',
  day: '看哪一天',
  store: '哪家门店',
  allStores: '全部门店',
  sum: (count: number, undone: number) =>
    undone > 0 ? `${String(count)} 单，另外撤销了 ${String(undone)} 单` : `${String(count)} 单`,
  brings: '应结',
  partly: '还有更早的没列出来，拉到底再看一些。',
  more: '再看一些',
  moreBusy: '正在取…',
  none: (day: string) => `${day}没有核销`,
  noneHint: '换一天看看。核销过的每一单都一直在这里。',
} as const;
