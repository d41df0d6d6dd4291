export const scanWords = {
  title: '扫码',
  close: '关闭',
  hint: '把二维码放进框里',
} as const;
