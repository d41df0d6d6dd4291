import type { ClubOrder } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { ORDER_SQL, orderView, type OrderRow } from '../mall/order-view';
import { limitOf, page, timePosition, type PageQuery } from '../pages';
import { VOUCHER_COLUMNS, voucherView, type VoucherRow } from './voucher-view';

/** 我的订单, newest first, each with its vouchers as they are now. No age limit: an order never drops out of sight. */
export async function listOrders(
  club: Club,
  memberId: string,
  query: PageQuery,
): Promise<{ items: ClubOrder[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<OrderRow>(
    `${ORDER_SQL} where o.member_id = $1 and ($2::timestamptz is null or (o.at, o.id) < ($2, $3))
     order by o.at desc, o.id desc limit $4`,
    [memberId, at, id, limitOf(query) + 1],
  );
  const vouchers = await club.pool.query<VoucherRow & { order_id: string }>(
    `select v.order_id, ${VOUCHER_COLUMNS} from vouchers v join services sv on sv.id = v.service_id
     where v.order_id = any ($1) and v.member_id = $2 order by v.id`,
    [rows.map((row) => row.id), memberId],
  );
  return page(rows, query, {
    item: (row) =>
      orderView(
        row,
        vouchers.rows
          .filter((voucher) => voucher.order_id === row.id)
          .map((voucher) => voucherView(club, voucher)),
      ),
    position: (row) => [row.at.toISOString(), row.id],
  });
}
