export const documentWords = {
  title: '电子保单 PDF',
  hint: '和纸质保单一样有效，可以保存、转发、打印',
  getting: '正在取电子保单…',
  done: '已经交给手机了，可以再取一次',
  failed: (why: string) => `没有取到。${why}`,
  away: '电子保单存在保单系统里，现在连不上，取不到。保障不受影响，过一会儿再取。',
  again: '再取一次',
  fileName: (policyNo: string) => `e-policy-${policyNo.replace(/[^A-Za-z0-9-]/g, '')}.pdf`,
} as const;
