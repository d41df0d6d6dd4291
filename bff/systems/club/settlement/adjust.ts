import type { ClientBase } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import { notFound } from '../../../http/problem';
import type { SettlementLine } from '../../../upstream/club/contract';
import type { Club } from '../club';
import type { Operator } from '../network/operator';
import { seal } from '../personal-fields';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { LINE_COLUMNS, LINE_JOINS, lineView, type LineRow } from './settlement-view';

export interface Adjustment {
  storeId: string;
  serviceId: string;
  amountFen: number;
  note: string;
  request?: WriteRequest;
}

/** A line that no redemption stands behind; it goes into the next statement. */
export async function insertAdjustment(club: Club, client: ClientBase, wanted: Adjustment): Promise<string> {
  const id = uuidv7();
  await client.query(
    `insert into settlement_lines (id, kind, merchant_id, store_id, branch_id, service_id, amount_fen, note_sealed, request_scope, request_id, input_hash)
     select $1, 'adjustment', s.merchant_id, s.id, s.branch_id, $3, $4, $5, $6, $7, $8 from stores s where s.id = $2`,
    [
      id,
      wanted.storeId,
      wanted.serviceId,
      wanted.amountFen,
      seal(club.cipher, 'settlement_lines.note_sealed', id, wanted.note),
      wanted.request?.scope ?? null,
      wanted.request?.id ?? null,
      wanted.request?.inputHash ?? null,
    ],
  );
  return id;
}

async function readLine(club: Club, lineId: string): Promise<SettlementLine> {
  const { rows } = await club.pool.query<LineRow>(
    `select ${LINE_COLUMNS} from settlement_lines l ${LINE_JOINS} where l.id = $1`,
    [lineId],
  );
  if (!rows[0]) throw new Error(`no settlement line ${lineId}`);
  return lineView(club, { ...rows[0], dispute_id: null });
}

async function earlierLine(club: Club, request: WriteRequest): Promise<string | undefined> {
  const { rows } = await club.pool.query<{ id: string; input_hash: Buffer }>(
    'select id, input_hash from settlement_lines where request_scope = $1 and request_id = $2',
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return rows[0].id;
}

async function assertReach(club: Club, operator: Operator, wanted: Adjustment): Promise<void> {
  const { rowCount } = await club.pool.query(
    `select 1 from stores s join merchant_services ms on ms.merchant_id = s.merchant_id and ms.service_id = $3
     where s.id = $2 and s.branch_id in (select branch_tree($1))`,
    [operator.branchId, wanted.storeId, wanted.serviceId],
  );
  if (rowCount !== 1) throw notFound('没有找到这家门店，或它没有这项服务');
}

/**
 * The operator corrects what a merchant is owed, in the next statement: a closed one never changes.
 * @throws Problem 404, 422 IDEMPOTENCY_KEY_REUSED
 */
export async function adjust(
  club: Club,
  operator: Operator,
  { key, ...wanted }: Omit<Adjustment, 'request'> & { key: string },
): Promise<{ body: { line: SettlementLine }; replayed: boolean }> {
  const request = writeRequest(club, `adjustment:${operator.operatorId}`, { key, input: wanted });
  const earlier = await earlierLine(club, request);
  if (earlier) return { body: { line: await readLine(club, earlier) }, replayed: true };
  await assertReach(club, operator, wanted);
  try {
    const id = await inTransaction(club.pool, (client) =>
      insertAdjustment(club, client, { ...wanted, request }),
    );
    return { body: { line: await readLine(club, id) }, replayed: false };
  } catch (error) {
    const winner =
      brokenUniqueKey(error) === 'settlement_lines_request' ? await earlierLine(club, request) : undefined;
    if (!winner) throw error;
    return { body: { line: await readLine(club, winner) }, replayed: true };
  }
}
