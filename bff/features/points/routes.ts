import type { AccessRules } from '../../http/access';
import { replayHeaders } from '../../http/idempotency';
import { defineRoute, type AnyRoute } from '../../http/route';
import type { LastKnown } from '../../last-known/last-known';
import { freshnessOf, readList } from '../../last-known/read-list';
import { readFor } from '../../upstream/calling';
import type { Benefits } from '../../upstream/club/benefits';
import { clubPoints, pointsMonths, pointsRules } from '../../upstream/club/contract';
import type { Earning } from '../../upstream/club/earning';
import { inOurWords } from '../../upstream/refusal-words';
import {
  pointsBalance,
  pointsEntryList,
  pointsEntryQuery,
  pointsWays,
  pointsYear,
  signInRequest,
  signInReward,
} from './contract';

export interface PointsDeps {
  access: Pick<AccessRules, 'member'>;
  benefits: Pick<Benefits, 'points' | 'pointsEntries'>;
  earning: Pick<Earning, 'months' | 'rules' | 'signIn'>;
  lastKnown: LastKnown;
}

function earningRoutes({ access, earning, lastKnown }: PointsDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/points/months',
      summary: 'Twelve months in sums, for the chart',
      tag: 'points',
      access: access.member,
      answers: { 200: pointsYear },
      handle: async (context) => {
        const known = await inOurWords({}, () =>
          lastKnown.read({
            subject: context.caller.accountId,
            what: 'points-months',
            schema: pointsMonths,
            fetch: () => earning.months(readFor(context.caller.actor, context)),
          }),
        );
        return { status: 200, body: { ...known.value, ...freshnessOf(known) } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/points/rules',
      summary: 'How to earn',
      tag: 'points',
      access: access.member,
      answers: { 200: pointsWays },
      handle: async (context) => {
        const known = await inOurWords({}, () =>
          lastKnown.read({
            subject: context.caller.accountId,
            what: 'points-rules',
            schema: pointsRules,
            fetch: () => earning.rules(readFor(context.caller.actor, context)),
          }),
        );
        return { status: 200, body: { ...known.value, ...freshnessOf(known) } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/points/sign-ins',
      summary: 'The daily sign-in (每日签到)',
      tag: 'points',
      access: access.member,
      idempotency: { kind: 'natural', why: 'A day is signed in once; again tells what it brought.' },
      body: signInRequest,
      answers: { 201: signInReward },
      handle: async (context) => {
        const { reward, replayed } = await inOurWords({}, () =>
          earning.signIn(readFor(context.caller.actor, context)),
        );
        return { status: 201, body: reward, headers: replayHeaders(replayed) };
      },
    }),
  ];
}

export function pointsRoutes(deps: PointsDeps): AnyRoute[] {
  const { access, benefits, lastKnown } = deps;
  return [
    ...earningRoutes(deps),
    defineRoute({
      method: 'get',
      path: '/points',
      summary: 'Balance and what runs out next',
      tag: 'points',
      access: access.member,
      answers: { 200: pointsBalance },
      handle: async (context) => {
        const known = await inOurWords({}, () =>
          lastKnown.read({
            subject: context.caller.accountId,
            what: 'points',
            schema: clubPoints,
            fetch: () => benefits.points(readFor(context.caller.actor, context)),
          }),
        );
        return { status: 200, body: { ...known.value, ...freshnessOf(known) } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/points/entries',
      summary: 'Every change of the balance with its reason',
      tag: 'points',
      access: access.member,
      query: pointsEntryQuery,
      answers: { 200: pointsEntryList },
      handle: async (context) => {
        const { caller, query } = context;
        const fetch = () => benefits.pointsEntries(readFor(caller.actor, context), query);
        const subject = caller.accountId;
        const list = { subject, name: 'points-entries', query, schema: pointsEntryList, fetch };
        return { status: 200, body: await inOurWords({}, () => readList(lastKnown, list)) };
      },
    }),
  ];
}
