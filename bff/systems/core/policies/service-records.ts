import { randomInt } from 'node:crypto';
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import { inputFingerprint } from '../../../http/fingerprint';
import { toInstant } from '../../../http/instants';
import { notFound, Problem } from '../../../http/problem';
import type { CoreServiceRecord, LostItem } from '../../../upstream/core/contract/policy-services';
import type { CoreDeps } from '../core-deps';
import { decodeCursor, toPage } from '../cursor';
import { dayStamp } from '../rules/time-words';

type Kind = CoreServiceRecord['kind'];

export interface Content {
  changes: CoreServiceRecord['changes'];
  policies: number;
}

/** One piece of business as it is asked for. */
export interface ServiceRequest {
  subject: string;
  requestId: string;
  /** What was sent, to tell a repetition from another request under the same id. */
  input: unknown;
}

export interface NewRecord {
  policyId: string;
  kind: Kind;
  item?: LostItem;
  content: Content;
  undoes?: string;
}

export interface RecordRow {
  id: string;
  policy_id: string;
  policy_no: string;
  kind: Kind;
  item: LostItem | null;
  request_hash: Buffer;
  receipt_no: string;
  content_sealed: Buffer;
  open: boolean;
  at: Date;
}

export const recordColumns = `
  r.id, r.policy_id, p.policy_no, r.kind, r.item, r.request_hash, r.receipt_no, r.content_sealed, r.open, r.at
  from service_records r join policies p on p.id = r.policy_id`;

export const contentOf = ({ fields }: CoreDeps, row: Pick<RecordRow, 'id' | 'content_sealed'>): Content =>
  JSON.parse(fields.open('service_records', 'content_sealed', row.id, row.content_sealed)) as Content;

export const toServiceRecord = (deps: CoreDeps, row: RecordRow): CoreServiceRecord => ({
  id: row.id,
  receiptNo: row.receipt_no,
  kind: row.kind,
  at: toInstant(row.at),
  policyId: row.policy_id,
  policyNo: row.policy_no,
  item: row.item,
  ...contentOf(deps, row),
  canUndo: row.open,
});

const insert = `
  insert into service_records
    (id, subject, policy_id, kind, item, request_id, request_hash, receipt_no, content_sealed, undoes, open)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

async function keep(
  deps: CoreDeps,
  client: PoolClient,
  { subject, requestId, requestHash, record }: KeptRequest & { record: NewRecord },
): Promise<void> {
  const id = uuidv7();
  const { rows } = await client.query<{ now: Date }>('select now()');
  const receiptNo = `${deps.demo ? 'DEMO-YW' : 'YW'}-${dayStamp(rows[0]?.now ?? new Date())}-${String(randomInt(100_000_000)).padStart(8, '0')}`;
  const sealed = deps.fields.seal('service_records', 'content_sealed', id, JSON.stringify(record.content));
  const { policyId, kind, item = null, undoes = null } = record;
  const values = [id, subject, policyId, kind, item, requestId, requestHash, receiptNo, sealed, undoes];
  await client.query(insert, [...values, undoes === null]);
}

interface KeptRequest {
  subject: string;
  requestId: string;
  requestHash: Buffer;
}

async function find(client: PoolClient, { subject, requestId, requestHash }: KeptRequest) {
  const { rows } = await client.query<RecordRow>(
    `select ${recordColumns} where r.subject = $1 and r.request_id = $2`,
    [subject, requestId],
  );
  const row = rows[0];
  if (row && !row.request_hash.equals(requestHash)) {
    throw new Problem(422, 'IDEMPOTENCY_KEY_REUSED', '这个请求编号已经用于另一次提交');
  }
  return row;
}

/**
 * One piece of business, once per request id: what `work` changes and the record commit together. Requests of one
 * subject go one after the other, so a repetition always finds the first.
 */
export function recordOnce(
  deps: CoreDeps,
  { subject, requestId, input }: ServiceRequest,
  work: (client: PoolClient) => Promise<NewRecord>,
): Promise<{ record: CoreServiceRecord; replayed: boolean }> {
  const request = { subject, requestId, requestHash: inputFingerprint(deps.requestKey, input) };
  return inTransaction(deps.pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtextextended('service:' || $1, 0))", [subject]);
    const earlier = await find(client, request);
    if (earlier) return { record: toServiceRecord(deps, earlier), replayed: true };
    await keep(deps, client, { ...request, record: await work(client) });
    const kept = await find(client, request);
    if (!kept) throw new Error('a record that was just kept is not there');
    return { record: toServiceRecord(deps, kept), replayed: false };
  });
}

const DEFAULT_LIMIT = 20;

export async function listServiceRecords(
  deps: CoreDeps,
  subject: string,
  { limit = DEFAULT_LIMIT, cursor }: { limit?: number; cursor?: string },
): Promise<{ items: CoreServiceRecord[]; nextCursor: string | null }> {
  const position = decodeCursor(cursor);
  const { rows } = await deps.pool.query<RecordRow>(
    `select ${recordColumns} where r.subject = $1 and ($2::timestamptz is null or (r.at, r.id) < ($2, $3))
     order by r.at desc, r.id desc limit $4`,
    [subject, position?.at ?? null, position?.id ?? null, limit + 1],
  );
  const page = toPage(rows, limit, ({ at, id }) => ({ at, id }));
  return { items: page.rows.map((row) => toServiceRecord(deps, row)), nextCursor: page.nextCursor };
}

/** A record of the subject that still holds, or a refusal. Its row is held until the transaction ends. */
export async function openRecord(client: PoolClient, subject: string, recordId: string): Promise<RecordRow> {
  const { rows } = await client.query<RecordRow>(
    `select ${recordColumns} where r.subject = $1 and r.id = $2 for update of r`,
    [subject, recordId],
  );
  const row = rows[0];
  if (!row) throw notFound('没有找到这条办理记录');
  const { rowCount } = await client.query('update service_records set open = false where id = $1 and open', [
    recordId,
  ]);
  if (rowCount !== 1) throw new Problem(409, 'NOT_UNDOABLE', '这一项已经撤销过了，或者不能撤销');
  return row;
}
