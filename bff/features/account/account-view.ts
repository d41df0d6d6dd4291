import { maskName, maskPhone } from '../../masking';
import type { ClubMember, ClubReview } from '../../upstream/club/contract';
import type { Account } from './contract';
import type { IdentityReview } from './contract/identity';

interface Around {
  known?: { asOf: string; stale: boolean };
  /** Former accounts of theirs of which everything has moved. */
  movedFrom?: readonly string[];
}

/** A person as they see themselves: phone and name stay masked, the rest is theirs. */
export function accountOf(member: ClubMember, { known, movedFrom = [] }: Around = {}): Account {
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
    ...(movedFrom.length > 0 ? { mergedFrom: [...movedFrom] } : {}),
    ...(known ? { asOf: known.asOf } : {}),
    ...(known?.stale ? { stale: true } : {}),
  };
}

/** Why the automatic check did not settle it is for operators; the person learns when the answer comes and what it is. */
export function reviewOf(review: ClubReview): IdentityReview {
  const { id, state, submittedAt, dueAt, reason } = review;
  return { id, state, submittedAt, dueAt, reason };
}
