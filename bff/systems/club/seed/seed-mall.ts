import { verifiedMember } from '../../demo-people';
import { demoItems } from './demo-mall';
import { CITY_BRANCH } from './seed-network';
import { seedOrder, seedVoucher } from './seed-vouchers';
import { insert, type Seeding } from './seeding';

const EXCHANGED_DAYS_AGO = 45;
const exchanged = { itemId: 'itm_wash', pricePoints: 680 };

/** The exchange that the year of points tells of, with everything a real one leaves behind. */
async function seedExchange(seeding: Seeding): Promise<void> {
  const { memberId } = verifiedMember;
  const orderId = await seedOrder(seeding, {
    memberId,
    kind: 'exchange',
    title: '积分兑换：普通洗车 1 次',
    daysAgo: EXCHANGED_DAYS_AGO,
  });
  await seedVoucher(seeding, {
    memberId,
    orderId,
    service: 'svc_wash',
    basis: 'points',
    issuedDaysAgo: EXCHANGED_DAYS_AGO,
    endsInDays: 45,
  });
  await seeding.client.query(
    `insert into mall_orders (order_id, item_id, quantity, price_points, points_transaction_id, balance_after_points)
     select $1, $2, 1, $3, t.id, e.balance_after_points
     from points_accounts a join points_entries e on e.account_id = a.id join points_transactions t on t.id = e.transaction_id
     where a.member_id = $4 and t.kind = 'spend' and e.points = -$3::int order by e.seq desc limit 1`,
    [orderId, exchanged.itemId, exchanged.pricePoints, memberId],
  );
  await insert(seeding, 'mall_allowances', { item_id: exchanged.itemId, member_id: memberId, taken: 1 });
  await seeding.client.query('update mall_items set stock = stock - 1 where id = $1', [exchanged.itemId]);
}

export async function seedMall(seeding: Seeding): Promise<void> {
  for (const [position, item] of demoItems.entries()) {
    await insert(seeding, 'mall_items', {
      id: item.id,
      branch_id: CITY_BRANCH,
      service_id: item.service,
      title: item.title,
      description: item.description,
      price_points: item.pricePoints,
      stocked: item.stocked,
      stock: item.stocked,
      limit_per_member: item.limit,
      uses_each: item.uses ?? 1,
      amount_total_fen: item.amountFen ?? null,
      validity_days: item.days,
      position,
    });
  }
  await seedExchange(seeding);
}
