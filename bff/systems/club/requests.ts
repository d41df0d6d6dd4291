import { DatabaseError } from 'pg';
import { inputFingerprint } from '../../http/fingerprint';
import { replayHeaders } from '../../http/idempotency';
import { Problem } from '../../http/problem';
import type { Answer } from '../../http/route';
import type { Club } from './club';

/**
 * A write as the club remembers it: who asked for what (`scope`), under which key, with which input. All three stand on the row that the write made,
 * so a repeat is recognised for as long as the row exists.
 */
export interface WriteRequest {
  scope: string;
  id: string;
  inputHash: Buffer;
}

export function writeRequest(
  club: Pick<Club, 'inputKey'>,
  scope: string,
  request: { key: string; input: unknown },
): WriteRequest {
  return {
    scope,
    id: request.key,
    inputHash: inputFingerprint(club.inputKey, { scope, input: request.input }),
  };
}

/** @throws Problem 422 when the key stands for something else */
export function assertSameInput(known: { input_hash: Buffer }, request: { inputHash: Buffer }): void {
  if (known.input_hash.equals(request.inputHash)) return;
  throw new Problem(422, 'IDEMPOTENCY_KEY_REUSED', '这个请求编号已经用在另一次提交上，请返回上一页重新提交');
}

export function answered(status: number, outcome: { body: unknown; replayed: boolean }): Answer {
  return { status, body: outcome.body, headers: replayHeaders(outcome.replayed) };
}

/** The name of the unique key that a statement ran into, if that is what happened. */
export function brokenUniqueKey(error: unknown): string | undefined {
  return error instanceof DatabaseError && error.code === '23505' ? error.constraint : undefined;
}
