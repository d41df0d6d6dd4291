import { maskPhone } from '../../masking';
import type { ClubMember, ClubReview } from '../../upstream/club/contract';
import type { AccountDeletions } from './account-deletions';
import type { MergeOffer } from './contract/identity';

/**
 * Offered while the review is open and the ID is held under another number that could confirm. A deletion that waits is part of the offer: what
 * waits for this account takes along what the other one brings, and what waits for the other one ends with it.
 */
export async function readMergeOffer(
  deletions: Pick<AccountDeletions, 'current'>,
  member: ClubMember,
  review: ClubReview | null,
): Promise<MergeOffer | undefined> {
  if (review?.state !== 'open' || !review.holderPhone || member.phone === null) return undefined;
  const [own, other] = await Promise.all([
    deletions.current(member.id),
    review.holderId ? deletions.current(review.holderId) : null,
  ]);
  return {
    ownPhoneMasked: maskPhone(member.phone),
    otherPhoneMasked: maskPhone(review.holderPhone),
    ...(own ? { ownDeletionAt: own.dueAt } : {}),
    ...(other ? { otherDeletionAt: other.dueAt } : {}),
  };
}
