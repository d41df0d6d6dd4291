import { toInstant } from '../../../http/instants';
import type { ClubOrder } from '../../../upstream/club/contract';
import { VOUCHER_WHOLE } from '../benefits/voucher-states';
import { VOUCHER_COLUMNS, voucherAsIssued, voucherView, type VoucherRow } from '../benefits/voucher-view';
import type { Club } from '../club';

export interface OrderRow {
  id: string;
  at: Date;
  kind: ClubOrder['kind'];
  title: string;
  item_id: string | null;
  quantity: number | null;
  price_points: number | null;
  cancelled_at: Date | null;
  cancellable: boolean;
}

/** SQL: the exchange of order `o` can be taken back: every voucher of it is whole, valid and still with its buyer. */
const CANCELLABLE = `mo.order_id is not null and mc.order_id is null
  and not exists (select 1 from vouchers v where v.order_id = o.id and not (v.member_id = o.member_id and ${VOUCHER_WHOLE}))`;

export const ORDER_SQL = `
  select o.id, o.at, o.kind, o.title, mo.item_id, mo.quantity, mo.price_points, mc.at as cancelled_at, ${CANCELLABLE} as cancellable
  from orders o left join mall_orders mo on mo.order_id = o.id left join mall_cancellations mc on mc.order_id = o.id`;

function exchangeView(row: OrderRow): ClubOrder['exchange'] {
  if (row.item_id === null || row.quantity === null || row.price_points === null) return null;
  return {
    itemId: row.item_id,
    quantity: row.quantity,
    pricePoints: row.price_points,
    pointsSpent: row.quantity * row.price_points,
    state: row.cancelled_at ? 'cancelled' : 'done',
    cancelledAt: row.cancelled_at ? toInstant(row.cancelled_at) : null,
    cancellable: row.cancellable,
  };
}

export function orderView(row: OrderRow, vouchers: ClubOrder['vouchers']): ClubOrder {
  return {
    id: row.id,
    at: toInstant(row.at),
    kind: row.kind,
    title: row.title,
    vouchers,
    exchange: exchangeView(row),
  };
}

/** One exchange with its vouchers: as they are now, or as they were handed out, for the replay of the request that made them. */
export async function readExchange(
  club: Club,
  orderId: string,
  { asPlaced }: { asPlaced: boolean },
): Promise<ClubOrder> {
  const orders = await club.pool.query<OrderRow>(`${ORDER_SQL} where o.id = $1`, [orderId]);
  const row = orders.rows[0];
  if (!row) throw new Error('an exchange vanished');
  const vouchers = await club.pool.query<VoucherRow>(
    `select ${VOUCHER_COLUMNS} from vouchers v join services sv on sv.id = v.service_id where v.order_id = $1 order by v.id`,
    [orderId],
  );
  if (!asPlaced) {
    return orderView(
      row,
      vouchers.rows.map((voucher) => voucherView(club, voucher)),
    );
  }
  return orderView(
    { ...row, cancelled_at: null, cancellable: true },
    vouchers.rows.map((voucher) => voucherAsIssued(club, voucher)),
  );
}
