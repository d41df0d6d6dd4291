import { maskName, maskPhone } from '../../masking';
import type { ClubMember, ClubReview } from '../../upstream/club/contract';
import type { Account, IdentityReview } from './contract';

/** A person as they see themselves: phone and name stay masked, the rest is theirs. */
export function accountOf(member: ClubMember, known?: { asOf: string; stale: boolean }): Account {
  const name = member.name ?? member.clerk?.name ?? null;
  const { clerk } = member;
  return {
    id: member.id,
    phoneMasked: member.phone === null ? null : maskPhone(member.phone),
    nameMasked: name === null ? null : maskName(name),
    identityVerified: member.identityVerified,
    level: member.level,
    roles: member.roles,
    stores: (clerk?.stores ?? []).map(({ id, name: storeName }) => ({
      id,
      name: storeName,
      merchantName: clerk?.merchantName ?? '',
    })),
    preferences: member.preferences,
    ...(known ? { asOf: known.asOf } : {}),
    ...(known?.stale ? { stale: true } : {}),
  };
}

/** Offered while the review is open and the ID is held under another number that could confirm. */
export function mergeOfferOf(
  member: ClubMember,
  review: ClubReview | null,
): { ownPhoneMasked: string; otherPhoneMasked: string } | undefined {
  if (review?.state !== 'open' || !review.holderPhone || member.phone === null) return undefined;
  return { ownPhoneMasked: maskPhone(member.phone), otherPhoneMasked: maskPhone(review.holderPhone) };
}

/** Why the automatic check did not settle it is for operators; the person learns when the answer comes and what it is. */
export function reviewOf(review: ClubReview): IdentityReview {
  const { id, state, submittedAt, dueAt, reason } = review;
  return { id, state, submittedAt, dueAt, reason };
}
