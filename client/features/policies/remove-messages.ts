export const removeWords = {
  ask: '不再显示这张保单',
  title: (name: string) => `不再显示“${name}”？`,
  car: '车',
  number: '保单号',
  what: '只是从您的列表里拿掉，保障照旧，出了事照样赔。以后用保单号可以加回来，每天最多加 5 次。',
  remove: '不再显示',
  removing: '正在移出…',
  done: (name: string) => `“${name}”不再显示`,
  restore: '恢复',
  back: '已恢复，还在您的列表里',
} as const;
