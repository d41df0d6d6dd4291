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
