import type { LostItem } from '../../../bff/features/policies/contract';

export const lostNames: Record<LostItem, string> = {
  policy: '纸质保单',
  mark: '交强险标志',
  card: '保险卡',
};

export const detailWords = {
  services: '改联系方式、挂失、办理记录',
  servicesHint: '办完有回执，能撤销的都能撤销',
  lost: (items: string) => `${items}已挂失，保障不受影响。`,
  expired: '这份保单已经到期。到期以后出的事故不赔；到期以前出的，照样可以报案。',
  pending: '这份保单还没开始。开始以前出的事故，由现在的保单赔。',
  cancelled: (day: string) => `${day}已退保。那天以前出的事故，照样可以报案。`,
  history: '保费是怎么来的',
  noClaimYears: '连续没出险',
  years: (years: number) => `${years} 年`,
  claims: '统计期内赔过',
  claimsCount: (count: number) => `${count} 次`,
  factor: '保费是标准保费的',
  percent: (percent: number) => `${percent}%`,
  tax: (year: number) => `代收 ${year} 年车船税`,
  taxFree: '免征',
  taxHint: '车船税是代国家收的，不是保费。',
} as const;
