import { systemActor } from '../http/service-token';
import { UpstreamRefusal } from '../http/upstream-errors';
import type { AwardRequest } from '../upstream/club/contract';
import type { Earning } from '../upstream/club/earning';

/** Final answers: the occasion has earned for somebody else on the same policy, or the member is gone. */
const NOTHING_TO_EARN = ['IDEMPOTENCY_KEY_REUSED', 'MEMBER_GONE'];

/**
 * Reports every occasion, also those behind one that is refused; whoever is killed half-way reports all of them again, which changes nothing.
 * @throws what the first open one met, once all were tried
 */
export async function awardPoints(
  earning: Pick<Earning, 'award'>,
  occasions: readonly AwardRequest[],
): Promise<void> {
  const open: unknown[] = [];
  for (const occasion of occasions) {
    try {
      await earning.award({ actor: systemActor }, occasion);
    } catch (error) {
      if (!(error instanceof UpstreamRefusal && NOTHING_TO_EARN.includes(error.problem.code)))
        open.push(error);
    }
  }
  if (open.length > 0) throw open[0];
}
