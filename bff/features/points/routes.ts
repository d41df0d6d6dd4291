import type { AccessRules } from '../../http/access';
import { defineRoute, type AnyRoute } from '../../http/route';
import type { LastKnown } from '../../last-known/last-known';
import { freshnessOf, readList } from '../../last-known/read-list';
import { readFor } from '../../upstream/calling';
import type { Benefits } from '../../upstream/club/benefits';
import { clubPoints } from '../../upstream/club/contract';
import { inOurWords } from '../../upstream/refusal-words';
import { pointsBalance, pointsEntryList, pointsEntryQuery } from './contract';

export interface PointsDeps {
  access: Pick<AccessRules, 'member'>;
  benefits: Pick<Benefits, 'points' | 'pointsEntries'>;
  lastKnown: LastKnown;
}

export function pointsRoutes({ access, benefits, lastKnown }: PointsDeps): AnyRoute[] {
  return [
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
