import type { Paper } from '../../../upstream/core/contract/claim-parts';
import type { CoreClaimDetail, CoreClaimStep } from '../../../upstream/core/contract/claims';
import { paperReview, refusalNotice, sorryFor } from '../rules/claim-words';

type Contact = CoreClaimStep['owner'];
type Papers = CoreClaimDetail['papers'];
type Refusal = NonNullable<CoreClaimDetail['refusal']>;

interface Looking {
  now: Date;
  /** Who finds out why a promise was not kept. */
  lookingInto: Contact;
}

const dateOf = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

/** The clocks beside the steps are promises too: each one broken has its apology and somebody who looks into it. */
export const withLateReviews = (papers: Papers, looking: Looking & { open: boolean }): Papers => ({
  ...papers,
  items: papers.items.map((paper) => ({ ...paper, late: lateReview(paper, looking) })),
});

/** Once a claim has ended nobody reads what still lay there, so nothing is owed for it; what was read late stays told. */
function lateReview(
  { state, reviewDueAt, updatedAt }: Paper,
  { now, lookingInto, open }: Looking & { open: boolean },
): Paper['late'] {
  if (state !== 'accepted' && state !== 'rejected' && !(state === 'received' && open)) return null;
  const doneAt = state === 'received' ? null : new Date(updatedAt);
  const apology = sorryFor(paperReview, { dueAt: dateOf(reviewDueAt), doneAt }, now);
  return apology === null ? null : { apology, lookingInto };
}

export function withLateNotice(refusal: Refusal | null, { now, lookingInto }: Looking): Refusal | null {
  if (!refusal) return null;
  const clock = { dueAt: dateOf(refusal.noticeDueAt), doneAt: dateOf(refusal.noticeAt) };
  const apology = sorryFor(refusalNotice, clock, now);
  return { ...refusal, late: apology === null ? null : { apology, lookingInto } };
}
