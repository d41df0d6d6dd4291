import type { Logger } from 'pino';
import { UpstreamRefusal } from '../../http/upstream-errors';
import { repeatRounds, type Rounds } from '../../repeat-rounds';
import type { Core } from '../../upstream/core/client';
import { asSent, type QueuedReport, type QueuedReports } from './queued-reports';

const ROUND_EVERY_MS = 1_000;
/** What may pass by itself is no answer to a report. */
const PASSING = new Set([401, 403, 408, 409, 425, 429]);

export interface ReportDelivery extends Rounds {
  /** Everything that is due now. */
  round(): Promise<void>;
}

/**
 * Hands queued reports to core with the person's own request id, which core keeps on the claim: however often one is sent
 * and whoever dies in between, one claim results. Several servers may deliver at once.
 */
export function createReportDelivery(deps: {
  queued: QueuedReports;
  core: Pick<Core, 'reportClaim'>;
  log: Logger;
}): ReportDelivery {
  const { queued, core, log } = deps;

  async function deliver(one: QueuedReport): Promise<boolean> {
    try {
      const by = {
        actor: { subject: one.accountId, role: 'member' as const },
        idempotencyKey: one.requestKey,
      };
      const { claim } = await core.reportClaim(by, asSent(one.report));
      await queued.delivered(one.id, claim.id);
      return true;
    } catch (error) {
      if (error instanceof UpstreamRefusal && !PASSING.has(error.status)) {
        // Nobody is told "refused" by a machine at the roadside: a person looks into it.
        log.error(
          { err: error, queuedReportId: one.id },
          'core did not take a queued report; call the customer',
        );
        await queued.refused(one.id, error.problem.code);
        return true;
      }
      log.warn({ err: error, queuedReportId: one.id }, 'a queued report could not be handed over yet');
      await queued.postpone(one.id);
      return false;
    }
  }

  async function round(): Promise<void> {
    for (let one = await queued.takeDue(); one; one = await queued.takeDue()) {
      // While core is away the next one would meet the same; it keeps its turn.
      if (!(await deliver(one))) return;
    }
  }

  const onError = (error: unknown) => log.warn({ err: error }, 'queued reports could not be read');
  return { round, ...repeatRounds({ round, everyMs: ROUND_EVERY_MS, onError }) };
}
