import type { FollowUps } from '../../follow-ups/follow-ups';
import type { AwardRequest } from '../../upstream/club/contract';
import type { Core } from '../../upstream/core/client';
import type { CorePolicySummary } from '../../upstream/core/contract/policies';

/** Occasions this server has reported; after a restart they are reported once more, which the club takes for what it is. */
const MOST_REMEMBERED = 200_000;

/** China's clocks never change. */
const SHANGHAI_MS = 8 * 3_600_000;

/** A year later by the calendar of Shanghai; of 29 February, the first of March. */
function aYearAfter(instant: string): number {
  const there = new Date(Date.parse(instant) + SHANGHAI_MS);
  return there.setUTCFullYear(there.getUTCFullYear() + 1) - SHANGHAI_MS;
}

const reached = (instant: string, now: Date) => Date.parse(instant) <= now.getTime();

/** What a policy earns its policyholder (投保人) so far: its beginning, and its whole year if nothing happened in it. */
export function occasionsOf(memberId: string, policy: CorePolicySummary, now: Date): AwardRequest[] {
  const { id, myRoles, status, startsAt, endsAt, claimCount } = policy;
  if (!myRoles.includes('policyholder') || status === 'cancelled' || !reached(startsAt, now)) return [];
  const began: AwardRequest = { memberId, rule: 'policyStart', occasion: id, happenedAt: startsAt };
  const wholeYear = Date.parse(endsAt) >= aYearAfter(startsAt);
  const claimFree = wholeYear && reached(endsAt, now) && claimCount === 0;
  return claimFree ? [began, { memberId, rule: 'noClaimYear', occasion: id, happenedAt: endsAt }] : [began];
}

/**
 * The club thanks for policies and cannot see them, core sees them and knows of no points: whoever reads a list of policies through this reports the occasions. They
 * are written down before they are sent, and each earns once at the club, so nothing is lost with a server and nothing given twice.
 */
export function noticingPolicies(core: Core, followUps: Pick<FollowUps, 'startBehind'>): Core {
  const reported = new Set<string>();

  function report(memberId: string, policies: readonly CorePolicySummary[]): void {
    const now = new Date();
    const nameOf = ({ rule, occasion }: AwardRequest) => `${memberId} ${rule} ${occasion}`;
    const occasions = policies
      .flatMap((policy) => occasionsOf(memberId, policy, now))
      .filter((occasion) => !reported.has(nameOf(occasion)));
    if (occasions.length === 0) return;
    if (reported.size > MOST_REMEMBERED) reported.clear();
    for (const occasion of occasions) reported.add(nameOf(occasion));
    // What could not be written is no longer remembered: the next look at the policies reports it.
    followUps.startBehind({ kind: 'pointsAwards', occasions }, () => {
      for (const occasion of occasions) reported.delete(nameOf(occasion));
    });
  }

  return {
    ...core,
    async policies(by, query) {
      const list = await core.policies(by, query);
      report(by.actor.subject, list.items);
      return list;
    },
  };
}
