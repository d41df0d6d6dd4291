import type { PoolClient } from 'pg';
import type * as z from 'zod/mini';
import { invalidInput, notFound, Problem } from '../../../http/problem';
import type { disputeDecision, SettlementDispute, SettlementSummary } from '../../../upstream/club/contract';
import type { Club } from '../club';
import type { Operator } from '../network/operator';
import { seal } from '../personal-fields';
import { writeRequest } from '../requests';
import { actOnce } from './act-once';
import { insertAdjustment } from './adjust';
import { settlementOf } from './confirm';
import { readDispute } from './read-disputes';

type Decision = z.infer<typeof disputeDecision>;

interface Disputed {
  batch_id: string;
  merchant_id: string;
  store_id: string;
  service_id: string;
}

async function disputedLine(club: Club, operator: Operator, disputeId: string): Promise<Disputed> {
  const { rows } = await club.pool.query<Disputed>(
    `select d.batch_id, l.merchant_id, l.store_id, l.service_id from settlement_disputes d join settlement_lines l on l.id = d.line_id
     where d.id = $1 and d.branch_id in (select branch_tree($2))`,
    [disputeId, operator.branchId],
  );
  if (!rows[0]) throw notFound('没有找到这条异议');
  return rows[0];
}

function assertAmount({ decision, adjustmentFen }: Decision): void {
  const fits = decision === 'accepted' ? Boolean(adjustmentFen) : adjustmentFen === undefined;
  if (fits) return;
  const message = decision === 'accepted' ? '同意异议时要写下期补多少或扣多少' : '不同意异议时不能带调整金额';
  throw invalidInput([{ path: 'adjustmentFen', code: 'ADJUSTMENT', message }]);
}

interface Answering {
  disputeId: string;
  disputed: Disputed;
  operator: Operator;
  decision: Decision;
}

/** The statement's row first, as everybody else takes it; then the answer, once; then the statement goes on when nothing is open any more. */
async function answer(club: Club, client: PoolClient, answering: Answering): Promise<string> {
  const { disputeId, disputed, operator, decision } = answering;
  await client.query('select 1 from settlement_batches where id = $1 for update', [disputed.batch_id]);
  const open = await client.query(
    `select 1 from settlement_disputes where id = $1 and state = 'open' for update`,
    [disputeId],
  );
  if (open.rowCount !== 1) throw new Problem(409, 'DISPUTE_ALREADY_ANSWERED', '这条异议已经答复过了');
  const lineId =
    decision.adjustmentFen === undefined
      ? null
      : await insertAdjustment(club, client, {
          storeId: disputed.store_id,
          serviceId: disputed.service_id,
          amountFen: decision.adjustmentFen,
          note: decision.answer,
        });
  await client.query(
    `update settlement_disputes set state = $2, answer_sealed = $3, answered_at = now(), answered_by = $4, adjustment_line_id = $5 where id = $1`,
    [
      disputeId,
      decision.decision,
      seal(club.cipher, 'settlement_disputes.answer_sealed', disputeId, decision.answer),
      operator.operatorId,
      lineId,
    ],
  );
  await client.query(
    `update settlement_batches b set state = 'closed' where b.id = $1 and b.state = 'disputed'
       and not exists (select 1 from settlement_disputes d where d.batch_id = b.id and d.state = 'open')`,
    [disputed.batch_id],
  );
  return disputeId;
}

/**
 * The one answer to an objection. An accepted one is made up for in the next statement, because this one is closed.
 * @throws Problem 404, 409 DISPUTE_ALREADY_ANSWERED, 422
 */
export async function answerDispute(
  club: Club,
  operator: Operator,
  { disputeId, key, decision }: { disputeId: string; key: string; decision: Decision },
): Promise<{ body: { dispute: SettlementDispute; settlement: SettlementSummary }; replayed: boolean }> {
  assertAmount(decision);
  const disputed = await disputedLine(club, operator, disputeId);
  const request = writeRequest(club, `disputeAnswer:${operator.operatorId}`, {
    key,
    input: { disputeId, decision },
  });
  const action = {
    batchId: disputed.batch_id,
    kind: 'answered' as const,
    actorId: operator.operatorId,
    request,
  };
  const answering: Answering = { disputeId, disputed, operator, decision };
  const { replayed } = await actOnce(club, action, (client) => answer(club, client, answering));
  return {
    body: {
      dispute: await readDispute(club, disputeId),
      settlement: await settlementOf(club, disputed.merchant_id, disputed.batch_id),
    },
    replayed,
  };
}
