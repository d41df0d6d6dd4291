/** All words of a merchant's own stores. */
export const storeWords = {
  title: '门店',
  system: '商户系统',
  serving: '营业中',
  closed: '休息中',
  suspended: '暂停核销',
  hours: '营业时间',
  address: '地址',
  phone: '电话',
  services: '开通的服务项目',
  service: (title: string, price: string | null) =>
    price === null ? `${title}（按优惠金额结）` : `${title}，每次 ${price}`,
  noServices: '还没有开通服务项目，请联系运营人员。',
  servicesHint: '要加减项目或改结算价，请联系运营人员。',
  special: '和平时不一样的日子',
  noSpecial: '没有。节假日放假或延长营业，在这里加一天，客人看得到。',
  changeHours: '改营业时间',
  addDay: '加一天',
  suspend: '暂停核销',
  resume: '恢复核销',
  suspendedBy: {
    owner: (reason: string, at: string) => `店主${at} 暂停了核销：${reason}`,
    operator: (reason: string, at: string) => `运营人员${at} 暂停了核销：${reason}。要恢复，请联系运营人员。`,
  },
  ownerOnly: '改营业时间、暂停核销，由店主办理。',
} as const;

export const hoursWords = {
  title: '改营业时间',
  opens: '开门',
  closes: '打烊',
  nextDay: '次日',
  /** Closing at 02:00 is after midnight. */
  overnight: '打烊在第二天',
  allDay: '24 小时营业',
  /** What closes a day, as shops write it. */
  midnight: '24:00',
  days: '每周哪几天营业',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  pickDay: '至少选一天',
  badTime: '打烊时间要晚于开门时间',
  save: '保存营业时间',
  saving: '正在保存…',
  saved: '营业时间已保存，客人马上看得到',
} as const;

export const dayWords = {
  title: '加一天',
  date: '哪一天',
  kind: '这一天',
  closed: '不营业',
  open: '换个时间营业',
  note: '原因',
  noteHint: '客人看得到，例如：国庆节放假',
  past: '请选今天以后的日子',
  save: '保存这一天',
  saving: '正在保存…',
  saved: '已保存',
  closedWords: '不营业',
  remove: '删掉这一天',
  removeTitle: '删掉这一天？',
  removeWhat: (day: string) => `${day}会和平时一样营业。`,
  removeGo: (day: string) => `删掉 ${day}`,
  removing: '正在删…',
  removed: '已删掉，和平时一样营业',
} as const;

export const suspensionWords = {
  title: (store: string) => `暂停「${store}」的核销？`,
  what: '马上生效：这家店不能再核销任何券，客人的券不受影响，可以去其他门店。您随时可以恢复。',
  reason: '为什么暂停',
  reasons: ['设备坏了', '临时停业', '装修', '怀疑有人冒用'],
  go: '暂停核销',
  going: '正在暂停…',
  done: '已暂停核销',
  resumeTitle: (store: string) => `恢复「${store}」的核销？`,
  resumeWhat: '马上生效，店员可以继续扫码。',
  resumeGo: '恢复核销',
  resuming: '正在恢复…',
  resumed: '已恢复核销',
} as const;
