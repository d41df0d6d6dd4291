import type { Home } from '../../../bff/features/home/contract';

type PartName = 'openClaims' | 'nextDue' | 'gifts' | 'vouchers' | 'points' | 'cover';

/** What is said when a part of the page is missing: what is away, and what it does not touch. */
export const awayWords: Record<PartName, string> = {
  openClaims: '暂时看不到理赔进展，您的案子照常在办。着急可以打客服。',
  nextDue: '暂时看不到到期提醒，您的保障不受影响。',
  gifts: '暂时看不到礼包，您的礼包都还在。',
  vouchers: '暂时连不上',
  points: '暂时连不上',
  cover: '',
};

export const noticeTarget: Record<Home['notices'][number]['kind'], 'account/identity'> = {
  completeIdentity: 'account/identity',
  identityReview: 'account/identity',
};
