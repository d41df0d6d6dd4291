import type { PoolClient } from 'pg';
import type * as z from 'zod/mini';
import { notFound, Problem } from '../../../http/problem';
import type { operatorSettlement, operatorSettlementQuery } from '../../../upstream/club/contract';
import type { Club } from '../club';
import type { Operator } from '../network/operator';
import { limitOf, page, timePosition } from '../pages';
import { writeRequest } from '../requests';
import { actOnce } from './act-once';
import { BATCH_COLUMNS, BATCH_FROM, batchView, type BatchRow } from './settlement-view';

type OperatorSettlement = z.infer<typeof operatorSettlement>;

const viewOf = (row: BatchRow): OperatorSettlement => ({
  ...batchView(row),
  merchant: { id: row.merchant_id, name: row.merchant_name },
});

const WITHIN_REACH = 'b.branch_id in (select branch_tree($1))';

async function readForOperator(club: Club, operator: Operator, id: string): Promise<OperatorSettlement> {
  const { rows } = await club.pool.query<BatchRow>(
    `select ${BATCH_COLUMNS} from ${BATCH_FROM} where ${WITHIN_REACH} and b.id = $2`,
    [operator.branchId, id],
  );
  if (!rows[0]) throw notFound('没有找到这张结算单');
  return viewOf(rows[0]);
}

/** Statements of the own branch's merchants, newest first. */
export async function listForOperator(
  club: Club,
  operator: Operator,
  query: z.infer<typeof operatorSettlementQuery>,
): Promise<{ items: OperatorSettlement[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<BatchRow>(
    `select ${BATCH_COLUMNS} from ${BATCH_FROM} where ${WITHIN_REACH}
       and ($2::text is null or b.merchant_id = $2) and ($3::text is null or b.state = $3)
       and ($4::timestamptz is null or (b.closed_at, b.id) < ($4, $5)) order by b.closed_at desc, b.id desc limit $6`,
    [operator.branchId, query.merchantId ?? null, query.state ?? null, at, id, limitOf(query) + 1],
  );
  return page(rows, query, { item: viewOf, position: (row) => [row.closed_at.toISOString(), row.id] });
}

async function assertPayable(client: PoolClient, id: string): Promise<void> {
  const { rows } = await client.query<{ state: string; invoice_no: string | null }>(
    'select state, invoice_no from settlement_batches where id = $1 for update',
    [id],
  );
  const row = rows[0];
  if (row?.state === 'paid') throw new Problem(409, 'SETTLEMENT_ALREADY_PAID', '这张结算单已经付款了');
  if (row?.state !== 'confirmed')
    throw new Problem(409, 'SETTLEMENT_NOT_CONFIRMED', '商户还没有确认这张结算单');
  if (row.invoice_no === null) throw new Problem(409, 'INVOICE_MISSING', '商户还没有给发票号码，不能付款');
}

/**
 * Notes that a statement was paid, with the reference of the transfer. Money itself moves elsewhere.
 * @throws Problem 404, 409 SETTLEMENT_NOT_CONFIRMED, INVOICE_MISSING, SETTLEMENT_ALREADY_PAID
 */
export async function payStatement(
  club: Club,
  operator: Operator,
  { settlementId, key, paymentRef }: { settlementId: string; key: string; paymentRef: string },
): Promise<{ body: OperatorSettlement; replayed: boolean }> {
  await readForOperator(club, operator, settlementId);
  const request = writeRequest(club, `settlementPayment:${operator.operatorId}`, {
    key,
    input: { settlementId, paymentRef },
  });
  const action = { batchId: settlementId, kind: 'paid' as const, actorId: operator.operatorId, request };
  const { replayed } = await actOnce(club, action, async (client) => {
    await assertPayable(client, settlementId);
    await client.query(
      `update settlement_batches set state = 'paid', paid_at = now(), paid_by = $2, payment_ref = $3 where id = $1`,
      [settlementId, operator.operatorId, paymentRef],
    );
    return null;
  });
  return { body: await readForOperator(club, operator, settlementId), replayed };
}
