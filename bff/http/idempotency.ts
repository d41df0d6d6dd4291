import { randomUUID, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { FieldCipher } from '../crypto/field-cipher';
import { inTransaction } from '../database/transaction';
import { toProblem } from './error-mapping';
import { inputFingerprint } from './fingerprint';
import { Problem } from './problem';
import { PROBLEM_MEDIA_TYPE, problemBody } from './problem-answer';
import { currentFrame } from './request-frame';
import type { Answer } from './route';
import { UpstreamRefusal } from './upstream-errors';

export interface RecordedRequest<Prepared> {
  /** From `recordScope`: account and route. */
  scope: string;
  key: string;
  /** The validated value. */
  input: unknown;
  /** SHA-256 of each file, as hex. */
  fileHashes?: readonly string[];
  /** Slow work without effect of its own (a picture, a call); done under the lease, before the transaction. */
  prepare?: () => Promise<Prepared>;
}

export interface RecordedWrites {
  /**
   * Runs `work` at most once to a kept answer. Its writes go through `transaction`, which also keeps the answer: both
   * are there or neither is, wherever the process dies.
   * @throws Problem 409 REQUEST_IN_PROGRESS, 422 IDEMPOTENCY_KEY_REUSED, or what `work` throws
   */
  run<Prepared = undefined>(
    request: RecordedRequest<Prepared>,
    work: (transaction: PoolClient, prepared: Prepared) => Promise<Answer>,
  ): Promise<Answer>;
  /** Forgets records older than this; a request id is not repeated after days. */
  sweep(olderThanDays: number): Promise<number>;
}

const COLUMN = 'bff.idempotency_records.answer_sealed';
const LEASE_SECONDS = 30;
const NOT_FINAL = new Set([401, 408, 425, 429]);
/** A try that still runs, and a consent that may be given again. */
const PASSING_CODES = new Set(['REQUEST_IN_PROGRESS', 'CONSENT_REQUIRED']);

/** The request was still running when its lease ended, and another server has taken it over. */
class LeaseLost extends Error {}

export const recordScope = (accountId: string, route: string) => `${accountId} ${route}`;

/** Passes on whether the system of record repeated an earlier answer. */
export function replayHeaders(replayed: boolean): Record<string, string> {
  return replayed ? { 'Idempotent-Replayed': 'true' } : {};
}

const inProgress = () =>
  new Problem(409, 'REQUEST_IN_PROGRESS', '这次提交还在处理中，请稍候再查', { retryAfterSeconds: 2 });
const reused = () =>
  new Problem(422, 'IDEMPOTENCY_KEY_REUSED', '这个请求编号已经用于另一次提交，请返回上一页重新提交');

/** A refusal that would come again however often it is asked; anything that may pass is not kept. */
function finalRefusal(error: unknown): Answer | undefined {
  if (!(error instanceof Problem) && !(error instanceof UpstreamRefusal)) return undefined;
  const problem = toProblem(error);
  const final = problem.status < 500 && !NOT_FINAL.has(problem.status) && !PASSING_CODES.has(problem.code);
  if (!final) return undefined;
  const body = problemBody(problem, currentFrame()?.requestId ?? '');
  return { status: problem.status, body, headers: { 'Content-Type': PROBLEM_MEDIA_TYPE } };
}

const isKept = (answer: Answer) => answer.status >= 200 && answer.status < 300;

interface Held {
  scope: string;
  key: string;
  leaseToken: string;
}

interface Row {
  input_hash: Buffer;
  answer_sealed: Buffer | null;
}

class PostgresRecordedWrites implements RecordedWrites {
  constructor(private readonly deps: { pool: Pool; hmacKey: KeyObject; cipher: FieldCipher }) {}

  async run<Prepared>(
    request: RecordedRequest<Prepared>,
    work: (transaction: PoolClient, prepared: Prepared) => Promise<Answer>,
  ): Promise<Answer> {
    const inputHash = inputFingerprint(this.deps.hmacKey, request.input, request.fileHashes);
    const held: Held = { scope: request.scope, key: request.key, leaseToken: randomUUID() };
    if (!(await this.lease(held, inputHash))) return this.earlier(held, inputHash);
    try {
      const prepared = (await request.prepare?.()) as Prepared;
      return await inTransaction(this.deps.pool, async (transaction) => {
        const answer = await work(transaction, prepared);
        if (!isKept(answer))
          throw new Error(`a recorded write answers 2xx or throws, not ${String(answer.status)}`);
        await this.keep(transaction, held, answer);
        return answer;
      });
    } catch (error) {
      throw await this.afterFailure(held, error);
    }
  }

  async sweep(olderThanDays: number): Promise<number> {
    const result = await this.deps.pool.query(
      `delete from bff.idempotency_records where created_at < now() - make_interval(days => $1)`,
      [olderThanDays],
    );
    return result.rowCount ?? 0;
  }

  /** One statement takes a new request id, or one whose server has died; it never looks before it acts. */
  private async lease(held: Held, inputHash: Buffer): Promise<boolean> {
    const result = await this.deps.pool.query(
      `insert into bff.idempotency_records as record (scope, request_key, input_hash, lease_token, lease_until)
       values ($1, $2, $3, $4, now() + make_interval(secs => $5))
       on conflict (scope, request_key) do update
         set lease_token = excluded.lease_token, lease_until = excluded.lease_until
         where record.answer_sealed is null and record.lease_until <= now() and record.input_hash = excluded.input_hash`,
      [held.scope, held.key, inputHash, held.leaseToken, LEASE_SECONDS],
    );
    return result.rowCount === 1;
  }

  private async earlier(held: Held, inputHash: Buffer): Promise<Answer> {
    const { rows } = await this.deps.pool.query<Row>(
      `select input_hash, answer_sealed from bff.idempotency_records where scope = $1 and request_key = $2`,
      [held.scope, held.key],
    );
    const row = rows[0];
    // The other attempt failed without an answer in this very moment; asking again will find the way free.
    if (!row) throw inProgress();
    if (!timingSafeEqual(row.input_hash, inputHash)) throw reused();
    if (!row.answer_sealed) throw inProgress();
    const kept = JSON.parse(this.deps.cipher.open(row.answer_sealed, this.cellOf(held))) as Answer;
    return { ...kept, headers: { ...kept.headers, ...replayHeaders(true) } };
  }

  private async keep(client: Pool | PoolClient, held: Held, answer: Answer): Promise<void> {
    const { status, body, headers } = answer;
    const sealed = this.deps.cipher.seal(JSON.stringify({ status, body, headers }), this.cellOf(held));
    const result = await client.query(
      `update bff.idempotency_records set status = $4, answer_sealed = $5
       where scope = $1 and request_key = $2 and lease_token = $3 and answer_sealed is null`,
      [held.scope, held.key, held.leaseToken, status, sealed],
    );
    if (result.rowCount !== 1) throw new LeaseLost();
  }

  private async afterFailure(held: Held, error: unknown): Promise<unknown> {
    if (error instanceof LeaseLost) return inProgress();
    const refusal = finalRefusal(error);
    try {
      if (refusal) await this.keep(this.deps.pool, held, refusal);
      else await this.release(held);
    } catch (failure) {
      // The refusal stands even if it could not be kept; the lease ends by itself.
      if (!refusal) return error;
      if (failure instanceof LeaseLost) return inProgress();
    }
    return error;
  }

  private async release(held: Held): Promise<void> {
    await this.deps.pool.query(
      `delete from bff.idempotency_records
       where scope = $1 and request_key = $2 and lease_token = $3 and answer_sealed is null`,
      [held.scope, held.key, held.leaseToken],
    );
  }

  private cellOf(held: Held) {
    return { column: COLUMN, rowId: `${held.scope} ${held.key}` };
  }
}

export function createRecordedWrites(deps: {
  pool: Pool;
  hmacKey: KeyObject;
  cipher: FieldCipher;
}): RecordedWrites {
  return new PostgresRecordedWrites(deps);
}
