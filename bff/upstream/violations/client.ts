import type { Upstream } from '../../http/upstream-client';
import { withoutEffect, type Calling } from '../calling';
import { violationAnswer, type ViolationAnswer, type ViolationQuery } from './contract';

/** Sources of traffic records are slow by nature; a person waits for this one page on purpose. */
const QUERY_DEADLINE_MS = 2_000;

/**
 * A traffic-violation source. A query changes nothing, although it is a POST (plate and VIN must not stand in an
 * address): when its answer is lost, it may simply be asked again.
 */
export interface ViolationsSource {
  query(by: Calling, car: ViolationQuery): Promise<ViolationAnswer>;
}

export function createViolationsSource(upstream: Upstream): ViolationsSource {
  return {
    async query(by, car) {
      const call = { method: 'POST', path: '/v1/queries', body: car, answer: violationAnswer } as const;
      const answer = await withoutEffect(() =>
        upstream.call({ ...call, ...by, deadlineMs: QUERY_DEADLINE_MS }),
      );
      return answer.body;
    },
  };
}
