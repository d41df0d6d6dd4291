import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import { toInstant } from '../../../http/instants';
import { notFound, Problem } from '../../../http/problem';
import type { Actor } from '../../../http/service-token';
import type { ClubRedemption } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { seal } from '../personal-fields';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { readCounterActor, type CounterActor } from './counter-actor';
import { readRedemption } from './read-redemptions';
import { CLERK_UNDO_MINUTES } from './redemption-view';
import { reversalStatement } from './reversal-statement';

interface Undo {
  counter: CounterActor;
  redemptionId: string;
  reason: string;
  request: WriteRequest;
}

interface Standing {
  voucher_id: string;
  reversed_at: Date | null;
  late: boolean;
  locked: boolean;
}

async function earlierReversal(club: Club, { counter, request }: Undo): Promise<ClubRedemption | undefined> {
  const { rows } = await club.pool.query<{ redemption_id: string; input_hash: Buffer }>(
    'select redemption_id, input_hash from redemption_reversals where request_scope = $1 and request_id = $2',
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return readRedemption(club, club.pool, { counter, redemptionId: rows[0].redemption_id });
}

/** An object rather than a string, so that a test can take the lock out and show that an undo then crosses a closing. */
export const standingStatement = {
  text: `select r.voucher_id, r.reversed_at, r.at <= now() - make_interval(mins => $2) as late, l.batch_id is not null as locked
     from redemptions r join settlement_lines l on l.redemption_id = r.id and l.kind = 'redemption' where r.id = $1 for update of r, l`,
};

/** The voucher's row is the one that confirmations wait for; the redemption and its line are locked too, so that a closing settlement and an undo cannot cross. */
async function lockStanding(client: PoolClient, { counter, redemptionId }: Undo): Promise<Standing> {
  const { rows: found } = await client.query<{ voucher_id: string }>(
    'select voucher_id from redemptions where id = $1 and merchant_id = $2 and store_id = any ($3)',
    [redemptionId, counter.merchantId, counter.storeIds],
  );
  if (!found[0]) throw notFound('没有找到这次核销');
  await client.query('select 1 from vouchers where id = $1 for update', [found[0].voucher_id]);
  const { rows } = await client.query<Standing>(standingStatement.text, [redemptionId, CLERK_UNDO_MINUTES]);
  if (!rows[0]) throw new Error('a redemption without its settlement line');
  return rows[0];
}

function assertReversible(standing: Standing, { isOwner }: CounterActor): void {
  if (standing.reversed_at) {
    throw new Problem(409, 'ALREADY_REVERSED', '这次核销已经撤销过了', {
      members: { reversedAt: toInstant(standing.reversed_at) },
    });
  }
  if (standing.locked)
    throw new Problem(409, 'SETTLEMENT_LOCKED', '这笔已经进入结算，不能撤销，请联系运营人员');
  if (standing.late && !isOwner) {
    throw new Problem(409, 'REVERSAL_WINDOW_CLOSED', '超过 30 分钟，请联系店主撤销');
  }
}

async function runUndo(club: Club, client: PoolClient, undo: Undo): Promise<ClubRedemption> {
  assertReversible(await lockStanding(client, undo), undo.counter);
  const reversalId = uuidv7();
  await client.query({
    ...reversalStatement,
    values: [
      undo.redemptionId,
      reversalId,
      undo.counter.clerkId,
      seal(club.cipher, 'redemption_reversals.reason_sealed', reversalId, undo.reason),
      undo.request.scope,
      undo.request.id,
      undo.request.inputHash,
      uuidv7(),
      uuidv7(),
      'counter',
      null,
    ],
  });
  const undone = await readRedemption(club, client, undo);
  if (!undone) throw notFound('没有找到这次核销');
  return undone;
}

/**
 * Undoes a confirmed use: by a clerk of the store for 30 minutes, then by the owner until the settlement line is locked. The use comes back, and an expired
 * voucher lives seven days more, because the member did nothing wrong.
 * @throws Problem 404, 409 ALREADY_REVERSED, REVERSAL_WINDOW_CLOSED, SETTLEMENT_LOCKED, 422 IDEMPOTENCY_KEY_REUSED
 */
export async function reverse(
  club: Club,
  actor: Actor,
  input: { redemptionId: string; key: string; reason: string },
): Promise<{ body: ClubRedemption; replayed: boolean }> {
  const counter = await readCounterActor(club, actor);
  const { redemptionId, reason } = input;
  const request = writeRequest(club, `reversal:${counter.clerkId}`, {
    key: input.key,
    input: { redemptionId, reason },
  });
  const undo: Undo = { counter, redemptionId, reason, request };
  const earlier = await earlierReversal(club, undo);
  if (earlier) return { body: earlier, replayed: true };
  try {
    return { body: await inTransaction(club.pool, (client) => runUndo(club, client, undo)), replayed: false };
  } catch (error) {
    const lostRace = brokenUniqueKey(error) !== undefined;
    if (!lostRace && !(error instanceof Problem && error.code === 'ALREADY_REVERSED')) throw error;
    const winner = await earlierReversal(club, undo);
    if (winner) return { body: winner, replayed: true };
    throw error;
  }
}
