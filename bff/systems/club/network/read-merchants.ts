import type * as z from 'zod/mini';
import type { ClubMerchant, clubMerchantQuery } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { limitOf, page, timePosition } from '../pages';
import type { Operator } from './operator';

interface MerchantRow {
  id: string;
  name: string;
  state: ClubMerchant['state'];
  branch_id: string;
  settlement_period: ClubMerchant['settlementPeriod'];
  created_at: Date;
  stores: number;
  open_fen: number;
}

/** The branch's merchants, newest first. */
export async function listMerchants(
  club: Club,
  operator: Operator,
  query: z.infer<typeof clubMerchantQuery>,
): Promise<{ items: ClubMerchant[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<MerchantRow>(
    `select m.id, m.name, m.state, m.branch_id, m.settlement_period, m.created_at,
       (select count(*) from stores s where s.merchant_id = m.id) as stores,
       (select coalesce(sum(l.amount_fen), 0)::bigint from settlement_lines l where l.merchant_id = m.id and l.batch_id is null) as open_fen
     from merchants m where m.branch_id in (select branch_tree($1)) and ($2::text is null or strpos(m.name, $2) > 0)
       and ($3::timestamptz is null or (m.created_at, m.id) < ($3, $4)) order by m.created_at desc, m.id desc limit $5`,
    [operator.branchId, query.name ?? null, at, id, limitOf(query) + 1],
  );
  return page(rows, query, {
    item: (row) => ({
      id: row.id,
      name: row.name,
      state: row.state,
      branchId: row.branch_id,
      settlementPeriod: row.settlement_period,
      stores: row.stores,
      openSettlementFen: row.open_fen,
    }),
    position: (row) => [row.created_at.toISOString(), row.id],
  });
}
