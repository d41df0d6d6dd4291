import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { notFound, Problem } from '../../../http/problem';
import type { SettlementDispute, SettlementSummary } from '../../../upstream/club/contract';
import type { Club } from '../club';
import type { CounterActor } from '../counter/counter-actor';
import { seal } from '../personal-fields';
import { writeRequest, type WriteRequest } from '../requests';
import { actOnce } from './act-once';
import { alreadyConfirmed, alreadyPaid, lockBatch, settlementOf, type OnSettlement } from './confirm';
import { readDispute } from './read-disputes';

interface Objection {
  owner: CounterActor;
  settlementId: string;
  lineId: string;
  reason: string;
}

async function openDispute(club: Club, client: PoolClient, objection: Objection): Promise<string> {
  const { owner, settlementId, lineId, reason } = objection;
  const { state } = await lockBatch(client, { merchantId: owner.merchantId, settlementId });
  if (state === 'confirmed') throw alreadyConfirmed();
  if (state === 'paid') throw alreadyPaid();
  const id = uuidv7();
  const { rowCount } = await client.query(
    `insert into settlement_disputes (id, batch_id, line_id, branch_id, clerk_id, reason_sealed)
     select $1, b.id, l.id, b.branch_id, $4, $5 from settlement_batches b join settlement_lines l on l.batch_id = b.id
     where b.id = $2 and l.id = $3
     on conflict (line_id) where state = 'open' do nothing`,
    [
      id,
      settlementId,
      lineId,
      owner.clerkId,
      seal(club.cipher, 'settlement_disputes.reason_sealed', id, reason),
    ],
  );
  if (rowCount !== 1) await explainRefusal(client, settlementId, lineId);
  await client.query(`update settlement_batches set state = 'disputed' where id = $1 and state = 'closed'`, [
    settlementId,
  ]);
  return id;
}

async function explainRefusal(client: PoolClient, settlementId: string, lineId: string): Promise<never> {
  const { rowCount } = await client.query('select 1 from settlement_lines where id = $1 and batch_id = $2', [
    lineId,
    settlementId,
  ]);
  if (rowCount !== 1) throw notFound('这张结算单里没有这一笔');
  throw new Problem(409, 'LINE_ALREADY_DISPUTED', '这一笔已经提过异议，正在等答复');
}

async function disputeOfRequest(club: Club, request: WriteRequest): Promise<string> {
  const { rows } = await club.pool.query<{ dispute_id: string | null }>(
    'select dispute_id from settlement_actions where request_scope = $1 and request_id = $2',
    [request.scope, request.id],
  );
  const id = rows[0]?.dispute_id;
  if (!id) throw new Error('an objection without its dispute');
  return id;
}

/**
 * The merchant objects to one line of a closed statement, which then waits for the operator's answer.
 * @throws Problem 404, 409 LINE_ALREADY_DISPUTED, SETTLEMENT_ALREADY_CONFIRMED, SETTLEMENT_ALREADY_PAID
 */
export async function disputeLine(
  club: Club,
  owner: CounterActor,
  { settlementId, key, lineId, reason }: OnSettlement & { lineId: string; reason: string },
): Promise<{ body: { dispute: SettlementDispute; settlement: SettlementSummary }; replayed: boolean }> {
  await settlementOf(club, owner.merchantId, settlementId);
  const request = writeRequest(club, `settlementDispute:${owner.clerkId}`, {
    key,
    input: { settlementId, lineId, reason },
  });
  const action = { batchId: settlementId, kind: 'disputed' as const, actorId: owner.clerkId, request };
  const objection: Objection = { owner, settlementId, lineId, reason };
  const { replayed } = await actOnce(club, action, (client) => openDispute(club, client, objection));
  const dispute = await readDispute(club, await disputeOfRequest(club, request));
  return {
    body: { dispute, settlement: await settlementOf(club, owner.merchantId, settlementId) },
    replayed,
  };
}
