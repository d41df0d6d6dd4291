import type { ClaimSummary } from '../../../../bff/features/claims/contract';

/** What waits for the member stands first; within that, the newest. */
export function inOrderOfNeed(claims: readonly ClaimSummary[]): ClaimSummary[] {
  const waits = ({ yourTurn }: ClaimSummary) => Number(Boolean(yourTurn));
  return [...claims].sort(
    (one, other) => waits(other) - waits(one) || Date.parse(other.reportedAt) - Date.parse(one.reportedAt),
  );
}
