import type * as z from 'zod/mini';
import type { ClaimsDeps } from './claims-deps';
import type { claimList } from './contract';
import { queuedSummary } from './queued-claim';

type List = z.output<typeof claimList>;

/** What core does not have yet stands first, on the first page and among the open ones. */
export async function withQueued(
  { queued, brand }: Pick<ClaimsDeps, 'queued' | 'brand'>,
  accountId: string,
  query: { cursor?: string | undefined; open?: string | undefined },
  list: List,
): Promise<List> {
  if (query.cursor !== undefined || query.open === 'false') return list;
  const waiting = await queued.waiting(accountId);
  return { ...list, items: [...waiting.map((one) => queuedSummary(one, brand)), ...list.items] };
}
