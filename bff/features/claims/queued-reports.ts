import type { KeyObject } from 'node:crypto';
import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import type { FieldCipher } from '../../crypto/field-cipher';
import { inTransaction } from '../../database/transaction';
import { inputFingerprint } from '../../http/fingerprint';
import { Problem } from '../../http/problem';
import { movePhotos } from '../../photos/photo-rows';
import { coreClaimReport, type CoreClaimReport } from '../../upstream/core/contract/claims';

const COLUMN = 'bff.queued_reports.report_sealed';
const LEASE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 60;
/** Ids of queued reports are ours to make, so that a claim of core is never looked for among them. */
const PREFIX = 'que_';

export interface QueuedReport {
  id: string;
  accountId: string;
  requestKey: string;
  report: CoreClaimReport;
  state: 'queued' | 'delivered' | 'refused';
  claimId: string | null;
  createdAt: Date;
}

interface Row {
  id: string;
  account_id: string;
  request_key: string;
  input_hash: Buffer;
  report_sealed: Buffer;
  state: QueuedReport['state'];
  claim_id: string | null;
  created_at: Date;
}

/**
 * What core gets, word for word what it would have got at once: core may have the claim already, its answer lost, and
 * knows the same request only by the same content. A plate beside a policy is for showing.
 */
export function asSent(report: CoreClaimReport): CoreClaimReport {
  const { plate, ...rest } = report;
  return report.policyId === undefined || plate === undefined ? report : rest;
}

export interface Queueing {
  accountId: string;
  requestKey: string;
  report: CoreClaimReport;
}

/** Reports taken while core is away: kept encrypted before the person is answered, handed over once core is back. */
export interface QueuedReports {
  /** The same request id again is the same report. @throws Problem 422 IDEMPOTENCY_KEY_REUSED for other content */
  add(report: Queueing): Promise<QueuedReport>;
  find(address: { accountId: string; requestKey: string }): Promise<QueuedReport | undefined>;
  /** By the id the person was given; undefined for a claim of core. */
  byId(address: { accountId: string; id: string }): Promise<QueuedReport | undefined>;
  /** Not delivered yet, newest first. */
  waiting(accountId: string): Promise<QueuedReport[]>;
  takeDue(): Promise<QueuedReport | undefined>;
  /** The pictures sent meanwhile move to the claim in the same transaction. */
  delivered(id: string, claimId: string): Promise<void>;
  refused(id: string, code: string): Promise<void>;
  postpone(id: string): Promise<void>;
}

export function createQueuedReports(deps: {
  pool: Pool;
  cipher: FieldCipher;
  hmacKey: KeyObject;
}): QueuedReports {
  const { pool, cipher, hmacKey } = deps;
  const cellOf = (rowId: string) => ({ column: COLUMN, rowId });
  const opened = (row: Row): QueuedReport => ({
    id: row.id,
    accountId: row.account_id,
    requestKey: row.request_key,
    report: z.parse(coreClaimReport, JSON.parse(cipher.open(row.report_sealed, cellOf(row.id)))),
    state: row.state,
    claimId: row.claim_id,
    createdAt: row.created_at,
  });
  const one = async (where: string, values: unknown[]) => {
    const { rows } = await pool.query<Row>(`select * from queued_reports where ${where}`, values);
    return rows[0];
  };
  const byRequest = (accountId: string, requestKey: string) =>
    one('account_id = $1 and request_key = $2', [accountId, requestKey]);

  return {
    async add({ accountId, requestKey, report }) {
      const id = `${PREFIX}${uuidv7()}`;
      const inputHash = inputFingerprint(hmacKey, asSent(report));
      await pool.query(
        `insert into queued_reports (id, account_id, request_key, input_hash, report_sealed)
         values ($1, $2, $3, $4, $5) on conflict (account_id, request_key) do nothing`,
        [id, accountId, requestKey, inputHash, cipher.seal(JSON.stringify(report), cellOf(id))],
      );
      const row = await byRequest(accountId, requestKey);
      if (!row) throw new Error('a report that was just kept is gone');
      if (!row.input_hash.equals(inputHash)) {
        throw new Problem(422, 'IDEMPOTENCY_KEY_REUSED', '这个请求编号已经用于另一次报案，请先查询进度');
      }
      return opened(row);
    },
    async find({ accountId, requestKey }) {
      const row = await byRequest(accountId, requestKey);
      return row && opened(row);
    },
    async byId({ accountId, id }) {
      if (!id.startsWith(PREFIX)) return undefined;
      const row = await one('id = $1 and account_id = $2', [id, accountId]);
      return row && opened(row);
    },
    async waiting(accountId) {
      const { rows } = await pool.query<Row>(
        `select * from queued_reports where account_id = $1 and state <> 'delivered' order by created_at desc limit 20`,
        [accountId],
      );
      return rows.map(opened);
    },
    async takeDue() {
      const { rows } = await pool.query<Row>(
        `update queued_reports set due_at = now() + make_interval(secs => $1), attempts = least(attempts + 1, 30000)
         where id = (select id from queued_reports where state = 'queued' and due_at <= now()
                     order by due_at limit 1 for update skip locked)
         returning *`,
        [LEASE_SECONDS],
      );
      return rows[0] && opened(rows[0]);
    },
    delivered: (id, claimId) =>
      inTransaction(pool, async (client) => {
        await client.query(
          `update queued_reports set state = 'delivered', claim_id = $2, delivered_at = now() where id = $1 and state = 'queued'`,
          [id, claimId],
        );
        await movePhotos(client, { from: id, into: claimId });
      }),
    async refused(id, code) {
      await pool.query(
        `update queued_reports set state = 'refused', refusal_code = $2 where id = $1 and state = 'queued'`,
        [id, code],
      );
    },
    async postpone(id) {
      await pool.query(
        `update queued_reports set due_at = now() + make_interval(secs => least($2, power(2, least(attempts, 6))::int)) where id = $1`,
        [id, LONGEST_PAUSE_SECONDS],
      );
    },
  };
}
