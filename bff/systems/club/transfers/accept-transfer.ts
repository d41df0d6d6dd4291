import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { inTransaction } from '../../../database/transaction';
import { notFound, Problem } from '../../../http/problem';
import type { clubTransferAcceptance } from '../../../upstream/club/contract';
import { prepareVouchers } from '../benefits/prepare-vouchers';
import { VOUCHER_COLUMNS, voucherAsIssued, type VoucherRow } from '../benefits/voucher-view';
import type { Club } from '../club';
import { holdMember } from '../people/hold-member';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { acceptStatement } from './accept-statement';
import { transferTokenHash } from './transfer-token';
import { TRANSFER_SQL, transferView, type TransferRow } from './transfer-view';

type Acceptance = z.infer<typeof clubTransferAcceptance>;

interface Accepting {
  memberId: string;
  tokenHash: Buffer;
  request: WriteRequest;
}

const refusals = {
  accepted: { code: 'TRANSFER_ALREADY_ACCEPTED', detail: '这张券已经被领走了' },
  takenBack: { code: 'TRANSFER_TAKEN_BACK', detail: '赠送人已经收回了这张券' },
  expired: { code: 'TRANSFER_EXPIRED', detail: '这次转赠已经过期了' },
  ended: { code: 'TRANSFER_ENDED', detail: '这张券已经用掉或失效，不能再领' },
} as const;

async function refuse(client: PoolClient, { memberId, tokenHash }: Accepting): Promise<never> {
  const { rows } = await client.query<TransferRow>(`${TRANSFER_SQL} where t.token_hash = $1`, [tokenHash]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这次转赠');
  if (row.giver_id === memberId)
    throw new Problem(409, 'TRANSFER_OWN', '这是您自己送出的券，可以在转赠记录里收回');
  if (row.current_state === 'offered') {
    throw new Problem(503, 'BUSY', '现在用的人多，这一次什么都没有改动。', { retryAfterSeconds: 1 });
  }
  const { code, detail } = refusals[row.current_state];
  throw new Problem(409, code, detail);
}

/** Rebuilt from what never changes, so every replay is the same. */
async function acceptanceAnswer(club: Club, transferId: string): Promise<Acceptance> {
  const transfers = await club.pool.query<TransferRow>(`${TRANSFER_SQL} where t.id = $1`, [transferId]);
  const transfer = transfers.rows[0];
  const vouchers = await club.pool.query<VoucherRow>(
    `select ${VOUCHER_COLUMNS} from vouchers v join services sv on sv.id = v.service_id where v.id = $1`,
    [transfer?.new_voucher_id],
  );
  const voucher = vouchers.rows[0];
  if (!transfer?.receiver_id || !voucher) throw new Error('an acceptance without its voucher');
  return {
    transfer: transferView(club, transfer, transfer.receiver_id),
    voucher: voucherAsIssued(club, voucher),
  };
}

async function earlierAcceptance(club: Club, request: WriteRequest): Promise<Acceptance | undefined> {
  const { rows } = await club.pool.query<{ id: string; input_hash: Buffer }>(
    'select id, accept_input_hash as input_hash from transfers where accept_scope = $1 and accept_request_id = $2',
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return acceptanceAnswer(club, rows[0].id);
}

/** Member, then voucher, then offer: the order in which every change of a transfer locks, so that none sees half of another. */
async function runAcceptance(club: Club, client: PoolClient, accepting: Accepting): Promise<string> {
  const { memberId, tokenHash, request } = accepting;
  await holdMember(client, memberId);
  await client.query(
    'select 1 from vouchers where id = (select voucher_id from transfers where token_hash = $1) for update',
    [tokenHash],
  );
  const made = prepareVouchers(club, [{ position: 1, quantity: 1, vehicle_bound: false }], null);
  const { rows } = await client.query<{ id: string }>({
    ...acceptStatement,
    values: [
      tokenHash,
      memberId,
      made.ids[0],
      made.sealedCodes[0],
      made.codeIndexes[0],
      made.eventIds[0],
      uuidv7(),
      request.scope,
      request.id,
      request.inputHash,
    ],
  });
  return rows[0]?.id ?? refuse(client, accepting);
}

/**
 * Takes a voucher that somebody gave away. Whoever asks at the same moment, whether to accept, to redeem or to take back, finds it in exactly one hand.
 * @throws Problem 404 for an unknown token, 409 TRANSFER_ALREADY_ACCEPTED, TRANSFER_TAKEN_BACK, TRANSFER_EXPIRED, TRANSFER_ENDED, TRANSFER_OWN,
 * 422 IDEMPOTENCY_KEY_REUSED
 */
export async function acceptTransfer(
  club: Club,
  { memberId, token, key }: { memberId: string; token: string; key: string },
): Promise<{ body: Acceptance; replayed: boolean }> {
  const request = writeRequest(club, `acceptance:${memberId}`, { key, input: { token } });
  const earlier = await earlierAcceptance(club, request);
  if (earlier) return { body: earlier, replayed: true };
  const accepting: Accepting = { memberId, tokenHash: transferTokenHash(token), request };
  try {
    const id = await inTransaction(club.pool, (client) => runAcceptance(club, client, accepting));
    return { body: await acceptanceAnswer(club, id), replayed: false };
  } catch (error) {
    const lost = error instanceof Problem && error.code === refusals.accepted.code;
    if (!lost && brokenUniqueKey(error) === undefined) throw error;
    const winner = await earlierAcceptance(club, request);
    if (winner) return { body: winner, replayed: true };
    throw error;
  }
}
