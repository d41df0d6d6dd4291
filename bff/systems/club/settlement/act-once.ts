import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import { Problem } from '../../../http/problem';
import type { Club } from '../club';
import { assertSameInput, brokenUniqueKey, type WriteRequest } from '../requests';

export interface Action {
  batchId: string;
  kind: 'confirmed' | 'invoiced' | 'disputed' | 'answered' | 'paid';
  actorId: string;
  request: WriteRequest;
}

async function isKnown(club: Club, request: WriteRequest): Promise<boolean> {
  const { rows } = await club.pool.query<{ input_hash: Buffer }>(
    'select input_hash from settlement_actions where request_scope = $1 and request_id = $2',
    [request.scope, request.id],
  );
  if (!rows[0]) return false;
  assertSameInput(rows[0], request);
  return true;
}

async function note(client: PoolClient, action: Action, disputeId: string | null): Promise<void> {
  await client.query(
    `insert into settlement_actions (id, batch_id, kind, actor_id, dispute_id, request_scope, request_id, input_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      uuidv7(),
      action.batchId,
      action.kind,
      action.actorId,
      disputeId,
      action.request.scope,
      action.request.id,
      action.request.inputHash,
    ],
  );
}

/**
 * Does something to a statement once: the work and the row that names its request commit together. `work` says what the action is about, if anything, and
 * throws when it may not be done. True when this request had done it before.
 */
export async function actOnce(
  club: Club,
  action: Action,
  work: (client: PoolClient) => Promise<string | null>,
): Promise<{ replayed: boolean }> {
  if (await isKnown(club, action.request)) return { replayed: true };
  try {
    await inTransaction(club.pool, async (client) => note(client, action, await work(client)));
    return { replayed: false };
  } catch (error) {
    // A copy of this request may have been faster, and then what it did stands in this one's way.
    const lostRace = brokenUniqueKey(error) !== undefined || error instanceof Problem;
    if (lostRace && (await isKnown(club, action.request))) return { replayed: true };
    throw error;
  }
}
