import { spokenDay } from '../../spoken-time';
import type { Account, IdentityReview } from '../account/contract';
import type { Notice } from './contract';

/** What the person should know about the account itself. Nothing is dismissible here: each goes when its cause goes. */
export function homeNotices(
  account: Pick<Account, 'identityVerified'>,
  review: IdentityReview | null,
  now: Date,
): Notice[] {
  if (account.identityVerified) return [];
  if (review?.state === 'open') {
    return [
      {
        id: `identity-review-${review.id}`,
        kind: 'identityReview',
        title: '正在人工核验您的身份',
        detail: `${spokenDay(new Date(review.dueAt), now)}前给您答复，通过后自动显示您的保单`,
      },
    ];
  }
  return [
    {
      id: 'complete-identity',
      kind: 'completeIdentity',
      title: '完善信息，查看您的保单',
      detail: '核对姓名和身份证号后，名下的保单会自动显示。只用手机号不能查保单',
    },
  ];
}
