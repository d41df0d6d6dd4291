import type { AccessRules } from '../../http/access';
import { defineRoute, type AnyRoute } from '../../http/route';
import type { LastKnown } from '../../last-known/last-known';
import { readList } from '../../last-known/read-list';
import { readFor } from '../../upstream/calling';
import type { Earning } from '../../upstream/club/earning';
import { inOurWords } from '../../upstream/refusal-words';
import { serviceList, serviceQuery } from './contract';

export interface ServicesDeps {
  access: Pick<AccessRules, 'member'>;
  earning: Pick<Earning, 'services'>;
  lastKnown: LastKnown;
}

export function servicesRoutes({ access, earning, lastKnown }: ServicesDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/services',
      summary: 'The service catalogue: what each promises, limits and leaves out',
      tag: 'services',
      access: access.member,
      query: serviceQuery,
      answers: { 200: serviceList },
      handle: async (context) => {
        const { caller, query } = context;
        const fetch = () => earning.services(readFor(caller.actor, context), query);
        const list = { subject: caller.accountId, name: 'services', query, schema: serviceList, fetch };
        return { status: 200, body: await inOurWords({}, () => readList(lastKnown, list)) };
      },
    }),
  ];
}
