import type { AccessField } from '../../../bff/features/account/contract/privacy';

export const accessFieldNames: Record<AccessField, string> = {
  name: '姓（名字打了星号）',
  phone: '手机号（中间打了星号）',
  idNumber: '证件号（中间打了星号）',
  plate: '车牌',
  voucher: '券',
  contactPhone: '报案时留的电话',
  place: '出险地点',
  photos: '现场照片',
  policies: '保单',
};

export const accessWords = {
  title: '谁看过我的信息',
  lead: '除了您自己，每次有人看到您的信息，先记一笔再给看。记录谁也改不了，保存 3 年。',
  saw: (fields: readonly string[]) => `看到：${fields.join('、')}`,
  why: (reason: string) => `为什么：${reason}`,
  incomplete: '理赔系统暂时查不到，查勘员的查看记录可能不全。下拉或稍后再看。',
  empty: '还没有别人看过',
  emptyText: '店员扫您的券、查勘员联系您、工作人员核验您的资料时，都会记在这里。',
  doubt: '觉得不对？打客服，我们查清楚告诉您。',
  call: '打客服',
  more: '看更早的',
  moreBusy: '正在取…',
} as const;
