export const scanWords = {
  title: '扫码',
  close: '关闭',
  hint: '把二维码放进框里',
} as const;

export const installWords = {
  title: '添加到桌面',
  detail: '像应用一样打开，没网也能打开',
} as const;

export const newVersionWords = {
  text: '有新版本',
  action: '点这里更新',
} as const;

export const photoWords = {
  title: '看大图',
  close: '关闭',
  previous: '上一张',
  next: '下一张',
  numbered: (at: number, all: number): string => `第 ${at} 张，共 ${all} 张`,
} as const;
