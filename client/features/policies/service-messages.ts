import type { ServiceRecord } from '../../../bff/features/policies/contract';

export const serviceWords = {
  title: '保单服务',
  contact: '联系方式',
  contactLead: '改了以后，您投保的所有保单一起改。',
  phone: '电话',
  address: '地址',
  none: '没有登记',
  phoneToLogin: '改成我登录用的手机号',
  changeAddress: '改地址',
  addressLabel: '新地址',
  addressHint: '写到门牌号',
  addressWrong: '请写到门牌号，至少 5 个字，最多 100 个字',
  save: '保存',
  saving: '正在保存…',
  notHolder: '联系方式只有投保人可以改。请投保人本人登录来改，或者打客服电话。',
  loss: '挂失',
  lossLead: '丢了纸质的不影响保障。挂失后旧的作废，找到了可以取消。',
  report: '挂失',
  reporting: '正在挂失…',
  lostSince: (when: string) => `${when} 已挂失`,
  found: '找到了，取消挂失',
  ended: '这份保单已经结束，不用挂失。',
  records: '办理记录',
  noRecords: '还没有办理过。办理后，这里留有回执。',
  receipt: '回执号',
  when: '办理时间',
  policyNo: '保单号',
  policies: '一起改的保单',
  policiesCount: (count: number) => `${count} 张`,
  item: '挂失的是',
  undo: '撤销这次修改',
  undoing: '正在撤销…',
  receiptTitle: '回执',
  done: '办好了，回执在下面',
  system: '保单系统',
  unaffected: '您的保障不受影响',
} as const;

export const kindNames: Record<ServiceRecord['kind'], string> = {
  contactChange: '修改联系方式',
  contactRestored: '撤销修改联系方式',
  lossReport: '挂失',
  lossCancelled: '取消挂失',
};

/** `地址：原来 … 现在 …`. */
export const changeWords = (before: string | null, after: string | null): string =>
  `${before ?? serviceWords.none} → ${after ?? serviceWords.none}`;
