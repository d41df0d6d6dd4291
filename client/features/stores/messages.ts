/** All words about partner shops. */
export const messages = {
  title: '附近门店',
  all: '全部',
  asked: '这项服务',
  askPlace: '按距离排',
  askPlaceWhy: '用您现在的位置算距离，只用这一次，不会保存。',
  locating: '正在定位…',
  placeRefused: '没有位置权限，先按名字排。想按距离排，请在设置里打开位置权限。',
  placeNotAgreed: '没关系，先按名字排。想按距离排，再点一次就行。',
  openSettings: '去设置里打开位置权限',
  placeAway: '暂时定不到位置，先按名字排。',
  sorted: '按距离从近到远',
  open: '营业中',
  closed: '现在不营业',
  hours: (hours: string) => `营业 ${hours}`,
  call: '打电话',
  navigate: '导航',
  openOnly: '只看营业中的',
  allHours: '不管开没开门',
  noneOpen: '列出来的店现在都关门了',
  noneOpenHint: '可以先看营业时间，或者打电话问一下。',
  found: (count: number, more: boolean) => (more ? `已列出 ${String(count)} 家` : `一共 ${String(count)} 家`),
  emptyTitle: '这一项还没有门店',
  emptyHint: '换一项服务看看，或者打客服电话问最近的门店。',
  emptyAction: '看全部门店',
} as const;

export const storeSystemWords = {
  name: '门店系统',
} as const;

export const storeCardWords = {
  call: (name: string) => `打电话给${name}`,
  navigate: (name: string) => `导航到${name}`,
} as const;
