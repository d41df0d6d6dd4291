import { toInstant } from '../../http/instants';
import { systemActor } from '../../http/service-token';
import { defineRoute, type AnyRoute } from '../../http/route';
import { readFor } from '../../upstream/calling';
import { claimClockList } from '../../upstream/core/contract/claim-requests';
import type { ClaimsDeps } from './claims-deps';
import { clocks, insurerHotlines } from './contract/after';

const tag = 'claims';

/** What we promise, and whom the other driver calls: the same for everybody, so no login is asked for. */
export const promiseRoutes = ({
  access,
  core,
  lastKnown,
  insurerHotlines: hotlines,
}: ClaimsDeps): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/claims/clocks',
    summary: 'Our promises about a claim, with their sources; for everybody',
    tag,
    access: access.open,
    answers: { 200: clocks },
    handle: async (context) => {
      const by = readFor(systemActor, context);
      const known = await lastKnown.read({
        subject: 'everybody',
        what: 'claim-clocks',
        schema: claimClockList,
        fetch: () => core.claimClocks(by),
      });
      return {
        status: 200,
        body: {
          ...known.value,
          asOf: known.asOf || toInstant(new Date()),
          ...(known.stale && { stale: true }),
        },
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/insurer-hotlines',
    summary: 'Where the other driver reports; for everybody',
    tag,
    access: access.open,
    answers: { 200: insurerHotlines },
    handle: () => ({ status: 200, body: { items: [...hotlines.items], note: hotlines.note } }),
  }),
];
