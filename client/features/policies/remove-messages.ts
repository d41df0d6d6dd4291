export const removeWords = {
  ask: '不再显示这张保单',
  title: '不再显示这张保单？',
  what: '只是从您的列表里拿掉，保障照旧，出了事照样赔。以后用保单号可以加回来，每天最多加 5 次。',
  remove: '不再显示',
  removing: '正在移出…',
  done: '已从列表移出',
} as const;
