import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import type { Calling } from '../calling';
import {
  clubFriendList,
  clubReferral,
  invitationCodeAnswer,
  referralTerms,
  type ClubReferral,
  type ReferralTerms,
} from './contract';

interface PageQuery {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** 推荐有礼 at the club, which alone decides who came by whom and what it brings. Phones come unmasked; asking for the code again gives the same. */
export interface Referrals {
  own(by: Calling): Promise<ClubReferral>;
  code(by: Calling): Promise<z.output<typeof invitationCodeAnswer>>;
  friends(by: Calling, query: PageQuery): Promise<z.output<typeof clubFriendList>>;
  terms(by: Calling): Promise<ReferralTerms>;
}

export function createReferrals(upstream: Upstream): Referrals {
  return {
    async own(by) {
      const call = { method: 'GET', path: '/v1/referral', answer: clubReferral } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    async code({ actor, requestId }) {
      const call = { method: 'POST', path: '/v1/referral/code', answer: invitationCodeAnswer } as const;
      return (await upstream.call({ ...call, actor, requestId })).body;
    },
    async friends(by, query) {
      const call = { method: 'GET', path: '/v1/referral/friends', query: { ...query } } as const;
      return (await upstream.call({ ...call, answer: clubFriendList, ...by })).body;
    },
    async terms(by) {
      const call = { method: 'GET', path: '/v1/referral/terms', answer: referralTerms } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
  };
}
