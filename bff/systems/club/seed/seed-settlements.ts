import { agent, demoOwner } from '../../demo-people';
import { seal } from '../personal-fields';
import { dayBefore, lastPeriodEnd, localDay } from '../settlement/period';
import { demoMerchant } from './demo-network';
import { demoClerkId, demoOwnerId } from './seed-network';
import { seedUse } from './seed-uses';
import { seedOrder, seedVoucher } from './seed-vouchers';
import { insert, seedRequest, type Seeding } from './seeding';

const DAY_MS = 24 * 60 * 60 * 1000;
const OPERATOR = 'opr_demo_0001';

/** As many as hold the demonstration's oldest use at this shop. */
const CLOSED_MONTHS = 5;

/** The first moments of this month and of the closed ones before it, oldest first. */
function monthStarts({ now }: Seeding): Date[] {
  const starts = [lastPeriodEnd('month', now)];
  for (let count = 0; count < CLOSED_MONTHS; count += 1) {
    const earliest = starts[0] ?? now;
    starts.unshift(lastPeriodEnd('month', new Date(earliest.getTime() - DAY_MS)));
  }
  return starts;
}

/** A card somebody used week after week, so that the shop's statements have something to say. */
async function seedRegular(seeding: Seeding, starts: readonly Date[]): Promise<void> {
  const { memberId } = agent;
  const orderId = await seedOrder(seeding, { memberId, kind: 'gift', title: '常客洗车卡', daysAgo: 190 });
  const voucherId = await seedVoucher(seeding, {
    memberId,
    orderId,
    service: 'svc_wash',
    basis: 'courtesy',
    uses: 20,
    issuedDaysAgo: 190,
    endsInDays: 200,
  });
  const stores = demoMerchant.stores.map(({ id }) => id);
  for (const [month, start] of starts.entries()) {
    for (const [week, storeId] of stores.entries()) {
      const at = new Date(start.getTime() + (week * 8 + 2) * DAY_MS + (10 + month) * 60 * 60 * 1000);
      // Nothing happens today, and nothing happens later than now.
      if (at.getTime() > seeding.now.getTime() - DAY_MS) continue;
      await seedUse(seeding, { voucherId, storeId, clerkId: demoClerkId, at });
    }
  }
}

const BATCH_SQL = `
  with taken as (
    update settlement_lines l set batch_id = $1 where l.merchant_id = $2 and l.batch_id is null and l.at < $4 returning l.amount_fen, l.kind, l.at
  )
  insert into settlement_batches (id, merchant_id, branch_id, run_id, number, through, period_from, period_to, total_fen, line_count, redemption_count, closed_at)
  select $1, m.id, m.branch_id, $3, $5, $4, $6::date, $7::date, sum(t.amount_fen)::bigint,
    count(*), count(*), $4 + interval '5 minutes'
  from taken t join merchants m on m.id = $2 group by m.id`;

interface Month {
  number: number;
  from: Date;
  through: Date;
}

/** A whole month of the calendar: what is written in it, from its first day to its last, with no day between two statements. */
async function closeMonth(seeding: Seeding, { number, from, through }: Month): Promise<string> {
  const { client, random } = seeding;
  const [runId, batchId] = [random.uuid(), random.uuid()];
  await insert(seeding, 'settlement_runs', {
    id: runId,
    cause: 'schedule',
    only_due: true,
    started_at: through,
    finished_at: through,
    ...seedRequest(runId),
  });
  await client.query(BATCH_SQL, [
    batchId,
    demoMerchant.id,
    runId,
    through,
    number,
    localDay(from),
    dayBefore(through),
  ]);
  await insert(seeding, 'settlement_run_merchants', {
    run_id: runId,
    merchant_id: demoMerchant.id,
    handled_at: through,
    batch_id: batchId,
  });
  return batchId;
}

async function pay({ client }: Seeding, batchId: string): Promise<void> {
  await client.query(
    `update settlement_batches set state = 'confirmed', confirmed_at = closed_at + interval '1 day', confirmed_by = $2,
       invoice_no = '26370000' || lpad((1234567 + 89 * number)::text, 12, '0'), invoiced_at = closed_at + interval '1 day' where id = $1`,
    [batchId, demoOwnerId],
  );
  await client.query(
    `update settlement_batches set state = 'paid', paid_at = closed_at + interval '3 days', paid_by = $2,
       payment_ref = 'DEMO-PAY-' || lpad(number::text, 4, '0') where id = $1`,
    [batchId, OPERATOR],
  );
}

async function disputeOne(seeding: Seeding, batchId: string): Promise<void> {
  const { client, cipher, random } = seeding;
  const { rows } = await client.query<{ id: string; branch_id: string }>(
    'select id, branch_id from settlement_lines where batch_id = $1 order by at desc, id limit 1',
    [batchId],
  );
  const id = random.uuid();
  await insert(seeding, 'settlement_disputes', {
    id,
    batch_id: batchId,
    line_id: rows[0]?.id,
    branch_id: rows[0]?.branch_id,
    clerk_id: demoOwnerId,
    reason_sealed: seal(
      cipher,
      'settlement_disputes.reason_sealed',
      id,
      `这一笔做的是精致洗车，应按精致洗车结算（${demoOwner.name}）`,
    ),
    opened_at: new Date(seeding.now.getTime() - 5 * 60 * 60 * 1000),
  });
  await client.query(`update settlement_batches set state = 'disputed' where id = $1`, [batchId]);
}

/** The demo shop's statements, month by month: paid ones, one waiting for its owner, one with an objection, and what is open this month. */
export async function seedSettlements(seeding: Seeding): Promise<void> {
  const starts = monthStarts(seeding);
  await seedRegular(seeding, starts);
  for (const [index, from] of starts.entries()) {
    const through = starts[index + 1];
    if (!through) break;
    const batchId = await closeMonth(seeding, { number: index + 1, from, through });
    const monthsLeft = CLOSED_MONTHS - 1 - index;
    if (monthsLeft === 0) await disputeOne(seeding, batchId);
    else if (monthsLeft > 1) await pay(seeding, batchId);
  }
}
