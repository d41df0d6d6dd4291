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

/** When an address leads to no page of this release. */
export const unknownPageWords = {
  text: '这个页面已经不在了，这里是首页',
} as const;

/** When a page's own files could not be fetched. */
export const missingPageWords = {
  title: '这个页面没能打开',
  offline: '这个页面还没有存到这台设备上。连上网络再试一次，您填过的内容都还在。',
  online: '页面文件没有传完。再试一次，您填过的内容都还在。',
  retry: '再试一次',
  back: '返回上一页',
  home: '回首页',
} as const;

export const photoWords = {
  title: '看大图',
  close: '关闭',
  previous: '上一张',
  next: '下一张',
  numbered: (at: number, all: number): string => `第 ${at} 张，共 ${all} 张`,
} as const;
