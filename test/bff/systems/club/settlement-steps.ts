import type * as z from 'zod/mini';
import {
  settlementDetail,
  settlementList,
  settlementRunAnswer,
  type SettlementRun,
} from '../../../../bff/upstream/club/contract';
import type { Actor } from '../../../../bff/http/service-token';
import { actors } from './actors';
import { newKey, parse, type ClubUnderTest } from './start-club';

type Detail = z.infer<typeof settlementDetail>;

/** What owners and operators do with statements. */
export function settlementSteps(club: () => ClubUnderTest) {
  async function finished(runId: string): Promise<SettlementRun> {
    for (;;) {
      const { run } = await club().read(
        `/settlement-runs/${runId}`,
        actors.provinceOperator,
        settlementRunAnswer,
      );
      if (run.state === 'done') return run;
    }
  }
  const read = (id: string, as: Actor = actors.owner): Promise<Detail> =>
    club().read(`/merchant/settlements/${id}?limit=100`, as, settlementDetail);
  return {
    finished,
    read,
    list: (as: Actor = actors.owner) => club().read('/merchant/settlements', as, settlementList),
    /** Closes what is open now, and waits until every merchant was handled. */
    async close(body: Record<string, unknown> = {}): Promise<SettlementRun> {
      const reply = await club().send('POST', '/settlement-runs', {
        as: actors.provinceOperator,
        key: newKey(),
        body,
      });
      return finished(parse(reply, settlementRunAnswer).run.id);
    },
    /** The newest closed statement of the demonstration's shop. */
    async newest(): Promise<Detail> {
      const { items } = await club().read('/merchant/settlements', actors.owner, settlementList);
      return read(items[1]?.id ?? '');
    },
    write: (
      path: string,
      body: unknown,
      { as = actors.owner as Actor, key = newKey() }: { as?: Actor; key?: string } = {},
    ) => club().send('POST', path, { as, key, body }),
  };
}
