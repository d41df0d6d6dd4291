import type * as z from 'zod/mini';
import { notFound } from '../../../http/problem';
import type { mallItemAnswer, mallItemList, mallItemQuery, MallItem } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { STORES_SERVING } from '../network/stores';
import { limitOf, numberPosition, page } from '../pages';
import { settleExpired } from '../points/expire-points';
import type { StoredTerms } from '../tables/network';

interface ItemRow {
  id: string;
  title: string;
  description: string;
  kind: MallItem['service'];
  service_id: string;
  fulfilment: MallItem['fulfilment'];
  price_points: number;
  stock: number;
  limit_per_member: number | null;
  left_for_you: number | null;
  uses_each: number;
  terms: StoredTerms;
  validity_days: number;
  store_count: number;
  position: number;
}

/** $1 member */
const ON_SALE_SQL = `
  select i.id, i.title, i.description, sv.kind, sv.id as service_id, sv.fulfilment, i.price_points, i.stock, i.limit_per_member,
    case when i.limit_per_member is not null then greatest(i.limit_per_member - coalesce(al.taken, 0), 0) end as left_for_you,
    i.uses_each, sv.terms, i.validity_days, i.position,
    ${STORES_SERVING} as store_count
  from mall_items i join services sv on sv.id = i.service_id and sv.state = 'active'
  left join mall_allowances al on al.item_id = i.id and al.member_id = $1
  where i.state = 'onSale'`;

/** $2 service kind · $3 position and $4 id of the last one seen · $5 how many */
const ITEMS_SQL = `${ON_SALE_SQL} and ($2::text is null or sv.kind = $2) and ($3::bigint is null or (i.position, i.id) > ($3, $4))
  order by i.position, i.id limit $5`;

const itemView = (row: ItemRow): MallItem => ({
  id: row.id,
  title: row.title,
  description: row.description,
  service: row.kind,
  serviceId: row.service_id,
  fulfilment: row.fulfilment,
  pricePoints: row.price_points,
  stock: row.stock,
  limitPerMember: row.limit_per_member,
  leftForYou: row.left_for_you,
  uses: row.uses_each,
  terms: row.terms,
  validity: `兑换后 ${String(row.validity_days)} 天内有效`,
  storeCount: row.store_count,
});

async function balanceOf({ pool }: Club, memberId: string): Promise<number> {
  const { rows } = await pool.query<{ balance: number }>(
    'select balance_points as balance from points_accounts where member_id = $1',
    [memberId],
  );
  return rows[0]?.balance ?? 0;
}

/** What points can become, with what this member may still take, and the balance to compare with. What is sold out stays in sight. */
export async function listItems(
  club: Club,
  memberId: string,
  query: z.infer<typeof mallItemQuery>,
): Promise<z.infer<typeof mallItemList>> {
  await settleExpired(club, memberId);
  const { at, id } = numberPosition(query);
  const values = [memberId, query.service ?? null, at, id, limitOf(query) + 1];
  const [items, balance] = await Promise.all([
    club.pool.query<ItemRow>(ITEMS_SQL, values),
    balanceOf(club, memberId),
  ]);
  const listed = page(items.rows, query, { item: itemView, position: (row) => [row.position, row.id] });
  return { ...listed, balance };
}

/** @throws Problem 404 for what is not on sale */
export async function readItem(
  club: Club,
  memberId: string,
  itemId: string,
): Promise<z.infer<typeof mallItemAnswer>> {
  await settleExpired(club, memberId);
  const [items, balance] = await Promise.all([
    club.pool.query<ItemRow>(`${ON_SALE_SQL} and i.id = $2`, [memberId, itemId]),
    balanceOf(club, memberId),
  ]);
  if (!items.rows[0]) throw notFound('没有找到这件商品');
  return { item: itemView(items.rows[0]), balance };
}
