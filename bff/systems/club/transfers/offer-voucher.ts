import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import { notFound, Problem } from '../../../http/problem';
import type { ClubTransfer, ClubVoucherSummary } from '../../../upstream/club/contract';
import { VOUCHER_GIVEABLE } from '../benefits/voucher-states';
import type { Club } from '../club';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { transferTokenHash, transferTokenOf } from './transfer-token';
import { TRANSFER_SQL, transferAsOffered, type TransferRow } from './transfer-view';

const DEFAULT_HOURS = 24;

interface Offer {
  memberId: string;
  voucherId: string;
  hours: number;
  request: WriteRequest;
}

/** $1 id · $2 voucher · $3 member · $4 token hash · $5 hours · $6–$8 request. The offer never outlives the voucher. */
const OFFER_SQL = `
  insert into transfers (id, voucher_id, giver_id, token_hash, expires_at, request_scope, request_id, input_hash)
  select $1, v.id, v.member_id, $4, least(now() + make_interval(hours => $5), v.valid_until), $6, $7, $8
  from vouchers v join services sv on sv.id = v.service_id
  where v.id = $2 and v.member_id = $3 and ${VOUCHER_GIVEABLE}`;

interface Standing {
  state: ClubVoucherSummary['state'];
  bound: boolean;
  received: boolean;
  service_stays: boolean;
}

/** Says what stands in the way; the voucher is locked, so it is still true when it is read. */
async function refuse(client: PoolClient, voucherId: string): Promise<never> {
  const { rows } = await client.query<Standing>(
    `select voucher_state(v.state, v.uses_left, v.amount_left_fen, v.valid_until) as state, v.vehicle_id is not null or v.plate_sealed is not null as bound,
       v.origin_voucher_id is not null as received, not sv.transferable as service_stays
     from vouchers v join services sv on sv.id = v.service_id where v.id = $1`,
    [voucherId],
  );
  const standing = rows[0];
  if (!standing) throw notFound('没有找到这张服务券');
  if (standing.state !== 'active') {
    throw new Problem(409, 'VOUCHER_NOT_USABLE', '这张券现在不能转赠', {
      members: { state: standing.state },
    });
  }
  if (standing.received) throw new Problem(409, 'TRANSFER_ONCE_ONLY', '别人送的券不能再转赠');
  if (standing.bound) throw new Problem(409, 'VOUCHER_BOUND_TO_CAR', '这张券只用于绑定的车，不能转赠');
  if (standing.service_stays)
    throw new Problem(409, 'SERVICE_NOT_TRANSFERABLE', '这项服务限本人使用，不能转赠');
  throw new Problem(409, 'VOUCHER_PARTLY_USED', '用过的券不能转赠');
}

async function earlierOffer(club: Club, request: WriteRequest): Promise<ClubTransfer | undefined> {
  const { rows } = await club.pool.query<{ id: string; input_hash: Buffer }>(
    'select id, input_hash from transfers where request_scope = $1 and request_id = $2',
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return readOffer(club, rows[0].id);
}

async function readOffer(club: Club, transferId: string): Promise<ClubTransfer> {
  const { rows } = await club.pool.query<TransferRow>(`${TRANSFER_SQL} where t.id = $1`, [transferId]);
  if (!rows[0]) throw new Error('a transfer vanished');
  return transferAsOffered(club, rows[0]);
}

async function runOffer(club: Club, client: PoolClient, offer: Offer): Promise<string> {
  const { memberId, voucherId, hours, request } = offer;
  const locked = await client.query('select 1 from vouchers where id = $1 and member_id = $2 for update', [
    voucherId,
    memberId,
  ]);
  if (locked.rowCount !== 1) throw notFound('没有找到这张服务券');
  await client.query(
    `update transfers set state = 'expired' where voucher_id = $1 and state = 'offered' and expires_at <= now()`,
    [voucherId],
  );
  const id = uuidv7();
  const tokenHash = transferTokenHash(transferTokenOf(club.transferKey, id));
  const values = [id, voucherId, memberId, tokenHash, hours, request.scope, request.id, request.inputHash];
  const made = await client.query(OFFER_SQL, values);
  if (made.rowCount !== 1) await refuse(client, voucherId);
  return id;
}

/**
 * Offers a voucher to whoever opens the link within 24 to 72 hours. The voucher stays usable by its owner until somebody accepts; a use ends the offer.
 * @throws Problem 404, 409 TRANSFER_PENDING and the reasons why a voucher stays, 422 IDEMPOTENCY_KEY_REUSED
 */
export async function offerVoucher(
  club: Club,
  input: { memberId: string; voucherId: string; hours: number | undefined; key: string },
): Promise<{ body: { transfer: ClubTransfer }; replayed: boolean }> {
  const { memberId, voucherId, key } = input;
  const hours = input.hours ?? DEFAULT_HOURS;
  const request = writeRequest(club, `transfer:${memberId}`, { key, input: { voucherId, hours } });
  const earlier = await earlierOffer(club, request);
  if (earlier) return { body: { transfer: earlier }, replayed: true };
  try {
    const id = await inTransaction(club.pool, (client) =>
      runOffer(club, client, { memberId, voucherId, hours, request }),
    );
    return { body: { transfer: await readOffer(club, id) }, replayed: false };
  } catch (error) {
    const brokenKey = brokenUniqueKey(error);
    if (brokenKey === undefined) throw error;
    const winner = await earlierOffer(club, request);
    if (winner) return { body: { transfer: winner }, replayed: true };
    if (brokenKey !== 'transfers_one_offer') throw error;
    throw new Problem(409, 'TRANSFER_PENDING', '这张券已经在转赠中，可以先收回再送');
  }
}
