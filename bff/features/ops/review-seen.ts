import type { OperatorCaller } from '../../http/access';
import type { ClubReview } from '../../upstream/club/contract';

/** One entry in the member's record of who saw what. */
export interface ReviewLook {
  accountId: string;
  viewer: { role: 'operator'; id: string; name: string; place: string };
  action: 'reviewListed' | 'reviewOpened' | 'reviewDecided';
  fields: ('name' | 'idNumber' | 'phone')[];
  occasion?: string;
}

/** A list is looked at again and again while one works through it: that is one look an hour. */
const hourOf = (now: Date) => now.toISOString().slice(0, 13);

export function reviewSeen(
  review: ClubReview,
  { operatorId, name }: OperatorCaller,
  action: ReviewLook['action'],
): ReviewLook {
  const listed = action === 'reviewListed' ? { occasion: `${review.id}:${hourOf(new Date())}` } : {};
  return {
    accountId: review.memberId,
    viewer: { role: 'operator', id: operatorId, name, place: '客户信息岗' },
    action,
    fields: review.phone === null ? ['name', 'idNumber'] : ['name', 'idNumber', 'phone'],
    ...listed,
  };
}
