import type { ServiceItem } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { STORES_SERVING } from '../network/stores';
import { limitOf, numberPosition, page, type PageQuery } from '../pages';
import type { StoredTerms } from '../tables/network';

interface ServiceRow {
  sort: number;
  id: string;
  kind: ServiceItem['kind'];
  title: string;
  description: string;
  unit: ServiceItem['unit'];
  fulfilment: ServiceItem['fulfilment'];
  discount_text: string | null;
  amount_cap_fen: number | null;
  terms: StoredTerms;
  typed_code_allowed: boolean;
  vehicle_bound: boolean;
  transferable: boolean;
  validity_days: number;
  store_count: number;
}

/** The catalogue (服务项目) in a fixed order: only what can be had now, with the number of shops that serve it. */
export async function listServices(
  club: Club,
  query: PageQuery,
): Promise<{ items: ServiceItem[]; nextCursor: string | null }> {
  const { at, id } = numberPosition(query);
  const { rows } = await club.pool.query<ServiceRow>(
    `select 0 as sort, sv.id, sv.kind, sv.title, sv.description, sv.unit, sv.fulfilment, sv.discount_text, sv.amount_cap_fen, sv.terms,
       sv.typed_code_allowed, sv.vehicle_bound, sv.transferable, sv.validity_days,
       ${STORES_SERVING} as store_count
     from services sv where sv.state = 'active' and ($1::bigint is null or sv.id > $2) order by sv.id limit $3`,
    [at, id, limitOf(query) + 1],
  );
  return page(rows, query, {
    item: (row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      description: row.description,
      unit: row.unit,
      fulfilment: row.fulfilment,
      discount: row.discount_text,
      amountCapFen: row.amount_cap_fen,
      terms: row.terms,
      showing: row.typed_code_allowed ? 'code' : 'live',
      vehicleBound: row.vehicle_bound,
      transferable: row.transferable,
      validity: `领取后 ${String(row.validity_days)} 天内有效`,
      storeCount: row.store_count,
    }),
    position: (row) => [row.sort, row.id],
  });
}
