import type { AccessRules } from '../../http/access';
import { defineRoute, type AnyRoute } from '../../http/route';
import type { LastKnown } from '../../last-known/last-known';
import { readList } from '../../last-known/read-list';
import { readFor } from '../../upstream/calling';
import type { Benefits } from '../../upstream/club/benefits';
import { inOurWords } from '../../upstream/refusal-words';
import { storeList, storeQuery } from './contract';

export interface StoresDeps {
  access: Pick<AccessRules, 'account'>;
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
      access: access.account,
      query: storeQuery,
      answers: { 200: storeList },
      handle: async (context) => {
        const { caller, query } = context;
        const fetch = () => benefits.stores(readFor(caller.actor, context), query);
        // Where a person stood is not kept: only lists without a position are remembered.
        if (query.latitude !== undefined) return { status: 200, body: await inOurWords({}, fetch) };
        const list = { subject: caller.accountId, name: 'stores', query, schema: storeList, fetch };
        return { status: 200, body: await inOurWords({}, () => readList(lastKnown, list)) };
      },
    }),
  ];
}
