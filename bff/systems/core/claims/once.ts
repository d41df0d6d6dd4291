import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import { inputFingerprint } from '../../../http/fingerprint';
import { notFound, Problem } from '../../../http/problem';
import type { Actor } from '../../../http/service-token';
import type { CoreDeps } from '../core-deps';
import { claimOfSubject } from './claim-store';

export interface ActionRequest {
  caller: Pick<Actor, 'role' | 'subject'>;
  requestId: string;
  claimId: string;
  kind: string;
  input: unknown;
}

interface KeptRow {
  id: string;
  request_hash: Buffer;
  answer_sealed: Buffer | null;
}

const keep = `
  insert into claim_actions (id, claim_id, subject, request_id, request_hash, kind)
  select $1, c.id, $2, $3, $4, $5 from claims c where c.id = $6 and ($7 = 'surveyor' or c.id in (select c.id from claims c where c.id = $6 and ${claimOfSubject.replaceAll('$1', '$2')}))
  on conflict (subject, request_id) do nothing`;

/**
 * Runs `work` once per request id and keeps its answer on the row of the request: work, request id and answer commit
 * together or not at all. The same request again gets the same answer, however late.
 * @throws Problem 404 for a claim that is not the caller's, 422 IDEMPOTENCY_KEY_REUSED for other content
 */
export function once<Answer>(
  deps: CoreDeps,
  request: ActionRequest,
  work: (client: PoolClient) => Promise<Answer>,
): Promise<{ answer: Answer; replayed: boolean }> {
  const { caller, requestId, claimId, kind, input } = request;
  const requestHash = inputFingerprint(deps.requestKey, { claimId, kind, input });
  return inTransaction(deps.pool, async (client) => {
    const id = uuidv7();
    const values = [id, caller.subject, requestId, requestHash, kind, claimId, caller.role];
    const { rowCount } = await client.query(keep, values);
    if (rowCount === 1) {
      const answer = await work(client);
      const sealed = deps.fields.seal('claim_actions', 'answer_sealed', id, JSON.stringify(answer));
      await client.query('update claim_actions set answer_sealed = $2 where id = $1', [id, sealed]);
      return { answer, replayed: false };
    }
    const { rows } = await client.query<KeptRow>(
      'select id, request_hash, answer_sealed from claim_actions where subject = $1 and request_id = $2',
      [caller.subject, requestId],
    );
    const row = rows[0];
    if (!row) throw notFound('没有找到这次报案');
    if (!row.request_hash.equals(requestHash) || !row.answer_sealed) {
      throw new Problem(422, 'IDEMPOTENCY_KEY_REUSED', '这个请求编号已经用于另一次提交');
    }
    const kept: unknown = JSON.parse(
      deps.fields.open('claim_actions', 'answer_sealed', row.id, row.answer_sealed),
    );
    return { answer: kept as Answer, replayed: true };
  });
}

/** Not now: the claim is somewhere else than this needs. */
export const outOfTurn = (detail: string) => new Problem(409, 'ACTION_OUT_OF_TURN', detail);
