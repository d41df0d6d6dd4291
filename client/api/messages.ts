export const problemWords = {
  notDone: '这一步没有完成，请检查后再试。',
} as const;

export const preferenceWords = {
  title: '显示设置',
  theme: '深色',
  themes: { system: '跟随手机', light: '浅色', dark: '深色' },
  elder: '大字版',
  on: '打开',
  off: '关闭',
} as const;

/** About a photo that is still on this phone. */
export const queuedPhotoWords = {
  notSent: '没传上，照片还在手机里，点这里重传',
  notSure: '还不确定传好没有，点这里查一下',
  gone: '这张照片在手机里找不到了，请再拍一张。',
} as const;
