import type { AccessRules } from '../../http/access';
import { defineRoute, type AnyRoute } from '../../http/route';
import { systemActor } from '../../http/service-token';
import type { LastKnown } from '../../last-known/last-known';
import { readList } from '../../last-known/read-list';
import { readFor } from '../../upstream/calling';
import type { Benefits } from '../../upstream/club/benefits';
import { inOurWords } from '../../upstream/refusal-words';
import { storeList, storeQuery } from './contract';

/** The shops are the same for all, so one remembered list serves everybody. */
const EVERYBODY = 'everybody';

export interface StoresDeps {
  access: Pick<AccessRules, 'open'>;
  benefits: Pick<Benefits, 'stores'>;
  lastKnown: LastKnown;
}

export function storesRoutes({ access, benefits, lastKnown }: StoresDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/stores',
      summary: 'Partner shops, nearest first when a position is given',
      tag: 'stores',
      access: access.open,
      query: storeQuery,
      answers: { 200: storeList },
      handle: async (context) => {
        const { query } = context;
        const fetch = () => benefits.stores(readFor(systemActor, context), query);
        // Where a person stood is not kept: only lists without a position are remembered.
        if (query.latitude !== undefined) return { status: 200, body: await inOurWords({}, fetch) };
        const list = { subject: EVERYBODY, name: 'stores', query, schema: storeList, fetch };
        return { status: 200, body: await inOurWords({}, () => readList(lastKnown, list)) };
      },
    }),
  ];
}
