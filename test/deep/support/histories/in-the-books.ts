import { closeMerchant } from '../../../../bff/systems/club/settlement/close-merchant';
import { adjustmentAnswer, disputeAnswer } from '../../../../bff/upstream/club/contract';
import { actors } from '../../../bff/systems/club/actors';
import { newKey, parse } from '../../../bff/systems/club/start-club';
import {
  outcomeOf,
  pickOf,
  type ModelDispute,
  type ModelLine,
  type ModelStatement,
  type World,
} from './world';

const operator = actors.provinceOperator;

/** As a job does it, without the wait for the job. */
export async function close(world: World): Promise<void> {
  const { club, ids } = world;
  const runId = newKey();
  await club.pool.query(
    `with run as (
       insert into settlement_runs (id, cause, only_due, request_scope, request_id, input_hash) values ($1, 'operator', false, 'history', $1, $2) returning id
     ) insert into settlement_run_merchants (run_id, merchant_id) select id, $3 from run`,
    [runId, Buffer.alloc(32), ids.merchant],
  );
  await closeMerchant(club.deps, { runId, merchantId: ids.merchant });
  const { rows } = await club.pool.query<{ id: string }>(
    'select id from settlement_batches where run_id = $1',
    [runId],
  );
  const open = world.lines.filter(({ statement }) => statement === null);
  expect(rows).toHaveLength(open.length === 0 ? 0 : 1);
  world.note('close', open.length === 0 ? 'nothing' : 'done');
  if (!rows[0]) return;
  const statement: ModelStatement = { id: rows[0].id, state: 'closed', invoice: false };
  for (const line of open) line.statement = statement;
  world.statements.push(statement);
}

async function lineIdOf(world: World, line: ModelLine): Promise<string> {
  if (line.lineId !== null) return line.lineId;
  const { rows } = await world.club.pool.query<{ id: string }>(
    'select id from settlement_lines where redemption_id = $1 and kind = $2',
    [line.useId, line.kind],
  );
  return rows[0]?.id ?? '';
}

function expectedObjection({ disputes }: World, statement: ModelStatement, line: ModelLine): string {
  if (statement.state === 'confirmed') return 'SETTLEMENT_ALREADY_CONFIRMED';
  if (statement.state === 'paid') return 'SETTLEMENT_ALREADY_PAID';
  return disputes.some((one) => one.open && one.line === line) ? 'LINE_ALREADY_DISPUTED' : 'done';
}

export async function dispute(world: World, statement: ModelStatement, pick: number): Promise<void> {
  const line = pickOf(
    world.lines.filter((one) => one.statement === statement),
    pick,
  );
  if (!line) return;
  const reply = await world.club.send('POST', `/merchant/settlements/${statement.id}/disputes`, {
    as: world.as.owner,
    key: newKey(),
    body: { lineId: await lineIdOf(world, line), reason: '和实际做的不一样' },
  });
  expect(outcomeOf(reply)).toBe(expectedObjection(world, statement, line));
  world.note('dispute', outcomeOf(reply));
  if (reply.status !== 201) return;
  statement.state = 'disputed';
  world.disputes.push({ id: parse(reply, disputeAnswer).dispute.id, line, open: true });
}

/** An accepted objection is made up for by a line of the next statement, because this one is closed. */
export async function answer(
  world: World,
  objection: ModelDispute,
  adjustmentFen: number | null,
): Promise<void> {
  const { id, line } = objection;
  const decision = adjustmentFen === null ? 'refused' : 'accepted';
  const reply = await world.club.send('POST', `/disputes/${id}/answer`, {
    as: operator,
    key: newKey(),
    body: { decision, answer: '已经核对过了', ...(adjustmentFen === null ? {} : { adjustmentFen }) },
  });
  expect(outcomeOf(reply)).toBe(objection.open ? 'done' : 'DISPUTE_ALREADY_ANSWERED');
  world.note('answer', `${outcomeOf(reply)} ${decision}`);
  if (reply.status !== 201) return;
  objection.open = false;
  const { statement } = line;
  const waiting = world.disputes.some((one) => one.open && one.line.statement === statement);
  if (statement && !waiting) statement.state = 'closed';
  if (adjustmentFen !== null) await noteAdjustment(world, id, adjustmentFen);
}

async function noteAdjustment(world: World, disputeId: string, amountFen: number): Promise<void> {
  const { rows } = await world.club.pool.query<{ id: string }>(
    'select adjustment_line_id as id from settlement_disputes where id = $1',
    [disputeId],
  );
  const lineId = rows[0]?.id ?? '';
  world.lines.push({ kind: 'adjustment', amountFen, useId: null, lineId, statement: null });
}

export async function adjust(world: World, amountFen: number): Promise<void> {
  const body = { storeId: world.ids.store, serviceId: 'svc_wash', amountFen, note: '对账差额' };
  const reply = await world.club.send('POST', '/adjustments', { as: operator, key: newKey(), body });
  expect(reply.status).toBe(201);
  world.note('adjust', 'done');
  const { lineId } = parse(reply, adjustmentAnswer).line;
  world.lines.push({ kind: 'adjustment', amountFen, useId: null, lineId, statement: null });
}

const confirmable = {
  closed: 'done',
  disputed: 'SETTLEMENT_DISPUTED',
  confirmed: 'SETTLEMENT_ALREADY_CONFIRMED',
  paid: 'SETTLEMENT_ALREADY_PAID',
} as const;

export async function confirm(world: World, statement: ModelStatement, invoice: boolean): Promise<void> {
  const reply = await world.club.send('POST', `/merchant/settlements/${statement.id}/confirmation`, {
    as: world.as.owner,
    key: newKey(),
    body: invoice ? { invoiceNo: '26370000000000000001' } : {},
  });
  expect(outcomeOf(reply)).toBe(confirmable[statement.state]);
  world.note('confirm', outcomeOf(reply));
  if (reply.status !== 201) return;
  statement.state = 'confirmed';
  statement.invoice = invoice;
}

function expectedPayment({ state, invoice }: ModelStatement): string {
  if (state === 'paid') return 'SETTLEMENT_ALREADY_PAID';
  if (state !== 'confirmed') return 'SETTLEMENT_NOT_CONFIRMED';
  return invoice ? 'done' : 'INVOICE_MISSING';
}

export async function pay(world: World, statement: ModelStatement): Promise<void> {
  const path = `/settlements/${statement.id}/payment`;
  const body = { paymentRef: 'PAY-1' };
  const reply = await world.club.send('POST', path, { as: operator, key: newKey(), body });
  expect(outcomeOf(reply)).toBe(expectedPayment(statement));
  world.note('pay', outcomeOf(reply));
  if (reply.status === 201) statement.state = 'paid';
}
