export const exportWords = {
  lead: '把我们手里关于您的信息全部复制一份给您：资料、车、保单、理赔、券、积分、同意和查看记录。',
  make: '生成一份',
  making: '正在收集各系统的信息…',
  ready: '已经备好',
  until: (when: string) => `${when} 前能在这台手机上打开，过后自动删除。`,
  pdf: '打开 PDF（给人看）',
  json: '下载 JSON（给程序用）',
  opening: '正在打开…',
  again: '重新生成',
  care: '里面的姓名、手机号、证件号是完整的。请不要发到群里。',
  failed: '没有打开。请再点一次，或重新生成。',
  saved: '已保存，可在手机文件里找到',
} as const;
