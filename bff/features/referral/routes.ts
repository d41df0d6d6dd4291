import type { AccessRules } from '../../http/access';
import type { Limits } from '../../http/limits';
import { defineRoute, type AnyRoute } from '../../http/route';
import { systemActor } from '../../http/service-token';
import type { LastKnown } from '../../last-known/last-known';
import { freshnessOf, readList } from '../../last-known/read-list';
import { phoneTail } from '../../masking';
import { readFor } from '../../upstream/calling';
import { clubReferral, type ClubFriend } from '../../upstream/club/contract';
import type { Referrals } from '../../upstream/club/referrals';
import { inOurWords } from '../../upstream/refusal-words';
import {
  codeRequest,
  friendList,
  friendQuery,
  invitationCodeAnswer,
  referral,
  referralTerms,
  type Friend,
} from './contract';

export interface ReferralDeps {
  access: Pick<AccessRules, 'member' | 'open'>;
  referrals: Referrals;
  lastKnown: LastKnown;
  limits: Limits;
}

const tag = 'referral';

/** Enough to know which friend it was, and no more. */
function friendOf({ phone, ...rest }: ClubFriend): Friend {
  return { ...rest, phoneTail: phone === null ? null : phoneTail(phone) };
}

function invitationRoutes({ access, referrals, lastKnown, limits }: ReferralDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/referral',
      summary: 'The own invitation code and what it brought (推荐有礼)',
      tag,
      access: access.member,
      answers: { 200: referral },
      handle: async (context) => {
        const known = await inOurWords({}, () =>
          lastKnown.read({
            subject: context.caller.accountId,
            what: 'referral',
            schema: clubReferral,
            fetch: () => referrals.own(readFor(context.caller.actor, context)),
          }),
        );
        return { status: 200, body: { ...known.value, ...freshnessOf(known) } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/referral/code',
      summary: 'The own invitation code, made when it is first asked for',
      tag,
      access: access.member,
      idempotency: { kind: 'natural', why: 'A member has one code; asking again gives the same.' },
      body: codeRequest,
      answers: { 201: invitationCodeAnswer },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        return { status: 201, body: await inOurWords({}, () => referrals.code(by)) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/referral/terms',
      summary: 'What both get today; also for somebody who has not signed in yet',
      tag,
      access: access.open,
      answers: { 200: referralTerms },
      handle: async (context) => {
        await limits.take('referralLooksPerAddress', context.request.ip ?? '');
        const by = readFor(systemActor, context);
        return { status: 200, body: await inOurWords({}, () => referrals.terms(by)) };
      },
    }),
  ];
}

export function referralRoutes(deps: ReferralDeps): AnyRoute[] {
  const { access, referrals, lastKnown } = deps;
  return [
    ...invitationRoutes(deps),
    defineRoute({
      method: 'get',
      path: '/referral/friends',
      summary: 'Who came by the own code, newest first',
      tag,
      access: access.member,
      query: friendQuery,
      answers: { 200: friendList },
      handle: async (context) => {
        const { caller, query } = context;
        const fetch = async () => {
          const list = await referrals.friends(readFor(caller.actor, context), query);
          return { ...list, items: list.items.map(friendOf) };
        };
        const list = {
          subject: caller.accountId,
          name: 'referral-friends',
          query,
          schema: friendList,
          fetch,
        };
        return { status: 200, body: await inOurWords({}, () => readList(lastKnown, list)) };
      },
    }),
  ];
}
