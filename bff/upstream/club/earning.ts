import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import type { Calling, WriteCalling } from '../calling';
import {
  award,
  pointsMonths,
  pointsRules,
  ratingAnswer,
  serviceList,
  signInReward,
  type AwardRequest,
  type ratingRequest,
} from './contract';

interface PageQuery {
  limit?: number | undefined;
  cursor?: string | undefined;
}

type Rating = z.output<typeof ratingAnswer>;

/** How points come about: the rules, the year in sums, the daily sign-in, a word after a use; and the catalogue of services. */
export interface Earning {
  months(by: Calling): Promise<z.output<typeof pointsMonths>>;
  rules(by: Calling): Promise<z.output<typeof pointsRules>>;
  /** Once a day; again tells what the day brought, so a lost answer costs nothing. */
  signIn(by: Calling): Promise<{ reward: z.output<typeof signInReward>; replayed: boolean }>;
  /** For an occasion that the club cannot see; each earns once, however often it is reported. */
  award(by: Calling, occasion: AwardRequest): Promise<z.output<typeof award>>;
  rate(
    by: WriteCalling,
    voucherId: string,
    said: z.output<typeof ratingRequest>,
  ): Promise<{ rating: Rating; replayed: boolean }>;
  services(by: Calling, query: PageQuery): Promise<z.output<typeof serviceList>>;
}

export function createEarning(upstream: Upstream): Earning {
  return {
    async months(by) {
      const call = { method: 'GET', path: '/v1/points/months', answer: pointsMonths } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    async rules(by) {
      const call = { method: 'GET', path: '/v1/points/rules', answer: pointsRules } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    async signIn({ actor, requestId }) {
      const call = { method: 'POST', path: '/v1/points/sign-ins', answer: signInReward } as const;
      const answer = await upstream.call({ ...call, actor, requestId });
      return { reward: answer.body, replayed: answer.replayed };
    },
    async award({ actor, requestId }, occasion) {
      const call = { method: 'POST', path: '/v1/points/awards', body: occasion, answer: award } as const;
      return (await upstream.call({ ...call, actor, requestId })).body;
    },
    async rate({ actor, requestId, idempotencyKey }, voucherId, said) {
      const path = `/v1/vouchers/${encodeURIComponent(voucherId)}/ratings`;
      const call = { method: 'POST', path, body: said, answer: ratingAnswer } as const;
      const answer = await upstream.call({ ...call, actor, requestId, idempotencyKey });
      return { rating: answer.body, replayed: answer.replayed };
    },
    async services(by, query) {
      const call = { method: 'GET', path: '/v1/services', query: { ...query } } as const;
      return (await upstream.call({ ...call, answer: serviceList, ...by })).body;
    },
  };
}
