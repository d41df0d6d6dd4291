import type { PoolClient } from 'pg';
import { notFound, Problem } from '../../../http/problem';
import type { SettlementSummary } from '../../../upstream/club/contract';
import type { Club } from '../club';
import type { CounterActor } from '../counter/counter-actor';
import { writeRequest } from '../requests';
import { actOnce } from './act-once';
import { readBatch } from './read-settlements';
import { batchView } from './settlement-view';

export interface OnSettlement {
  settlementId: string;
  key: string;
}

interface Standing {
  state: 'closed' | 'disputed' | 'confirmed' | 'paid';
}

/** An object rather than a string, so that a test can take the lock out and show that an agreement and an objection then both stand. */
export const lockBatchStatement = {
  text: 'select state from settlement_batches where id = $1 and merchant_id = $2 for update',
};

/** Holds the statement, so that a confirmation and an objection to it come one after the other. */
export async function lockBatch(
  client: PoolClient,
  { merchantId, settlementId }: { merchantId: string; settlementId: string },
): Promise<Standing> {
  const { rows } = await client.query<Standing>(lockBatchStatement.text, [settlementId, merchantId]);
  if (!rows[0]) throw notFound('没有找到这张结算单');
  return rows[0];
}

export async function settlementOf(
  club: Club,
  merchantId: string,
  settlementId: string,
): Promise<SettlementSummary> {
  const row = await readBatch(club.pool, merchantId, settlementId);
  if (!row) throw notFound('没有找到这张结算单');
  return batchView(row);
}

export const alreadyConfirmed = () =>
  new Problem(409, 'SETTLEMENT_ALREADY_CONFIRMED', '这张结算单已经确认过了');
export const alreadyPaid = () => new Problem(409, 'SETTLEMENT_ALREADY_PAID', '这张结算单已经付款了');

function assertConfirmable({ state }: Standing): void {
  if (state === 'disputed') {
    throw new Problem(409, 'SETTLEMENT_DISPUTED', '还有异议没有答复，答复以后再确认');
  }
  if (state === 'confirmed') throw alreadyConfirmed();
  if (state === 'paid') throw alreadyPaid();
}

/**
 * The merchant agrees to a statement. From then on no line of it can be objected to.
 * @throws Problem 404, 409 SETTLEMENT_DISPUTED, SETTLEMENT_ALREADY_CONFIRMED, SETTLEMENT_ALREADY_PAID
 */
export async function confirmSettlement(
  club: Club,
  owner: CounterActor,
  { settlementId, key, invoiceNo }: OnSettlement & { invoiceNo?: string | undefined },
): Promise<{ body: SettlementSummary; replayed: boolean }> {
  const scope = { merchantId: owner.merchantId, settlementId };
  await settlementOf(club, owner.merchantId, settlementId);
  const request = writeRequest(club, `settlementConfirmation:${owner.clerkId}`, {
    key,
    input: { settlementId, invoiceNo },
  });
  const action = { batchId: settlementId, kind: 'confirmed' as const, actorId: owner.clerkId, request };
  const { replayed } = await actOnce(club, action, async (client) => {
    assertConfirmable(await lockBatch(client, scope));
    await client.query(
      `update settlement_batches set state = 'confirmed', confirmed_at = now(), confirmed_by = $2,
         invoice_no = coalesce($3, invoice_no), invoiced_at = case when $3::text is null then invoiced_at else now() end
       where id = $1 and state = 'closed'`,
      [settlementId, owner.clerkId, invoiceNo ?? null],
    );
    return null;
  });
  return { body: await settlementOf(club, owner.merchantId, settlementId), replayed };
}

/**
 * The number of the merchant's invoice, given or corrected until it is paid.
 * @throws Problem 404, 409 SETTLEMENT_ALREADY_PAID
 */
export async function giveInvoice(
  club: Club,
  owner: CounterActor,
  { settlementId, key, invoiceNo }: OnSettlement & { invoiceNo: string },
): Promise<{ body: SettlementSummary; replayed: boolean }> {
  await settlementOf(club, owner.merchantId, settlementId);
  const request = writeRequest(club, `settlementInvoice:${owner.clerkId}`, {
    key,
    input: { settlementId, invoiceNo },
  });
  const action = { batchId: settlementId, kind: 'invoiced' as const, actorId: owner.clerkId, request };
  const { replayed } = await actOnce(club, action, async (client) => {
    const standing = await lockBatch(client, { merchantId: owner.merchantId, settlementId });
    if (standing.state === 'paid') throw alreadyPaid();
    await client.query('update settlement_batches set invoice_no = $2, invoiced_at = now() where id = $1', [
      settlementId,
      invoiceNo,
    ]);
    return null;
  });
  return { body: await settlementOf(club, owner.merchantId, settlementId), replayed };
}
