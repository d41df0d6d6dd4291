import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { toInstant } from '../../../http/instants';
import { notFound, Problem } from '../../../http/problem';
import type { giftClaim } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { claimStatement } from './claim-statement';
import { GIFT_COLUMNS, giftView, type GiftRow } from './gift-view';
import { giftPlate, prepareVouchers, type ContentLine } from './prepare-vouchers';
import { VOUCHER_COLUMNS, voucherAsIssued, type VoucherRow } from './voucher-view';

type GiftClaim = z.infer<typeof giftClaim>;

interface Offered {
  id: string;
  current_state: GiftClaim['gift']['state'];
  expires_at: Date;
  plate_sealed: Buffer | null;
  lines: ContentLine[];
}

async function readOffered(club: Club, memberId: string, giftId: string): Promise<Offered> {
  const { rows } = await club.pool.query<Offered>(
    `select g.id, gift_state(g.state, g.expires_at) as current_state, g.expires_at, g.plate_sealed,
       (select json_agg(json_build_object('position', gc.position, 'quantity', gc.quantity, 'vehicle_bound', sv.vehicle_bound) order by gc.position)
        from gift_contents gc join services sv on sv.id = gc.service_id where gc.package_id = g.package_id) as lines
     from gifts g where g.id = $1 and g.member_id = $2`,
    [giftId, memberId],
  );
  if (!rows[0]) throw notFound('没有找到这份礼包');
  return rows[0];
}

/** The answer as it was given at the claim: rebuilt from what never changes, so every replay is the same. */
async function claimAnswer(club: Club, orderId: string): Promise<GiftClaim> {
  const gifts = await club.pool.query<GiftRow>(
    `select ${GIFT_COLUMNS} from gift_claims gcl join gifts g on g.id = gcl.gift_id join gift_packages p on p.id = g.package_id
     where gcl.order_id = $1`,
    [orderId],
  );
  const vouchers = await club.pool.query<VoucherRow>(
    `select ${VOUCHER_COLUMNS} from voucher_events e join vouchers v on v.id = e.voucher_id join services sv on sv.id = v.service_id
     where v.order_id = $1 and e.kind = 'issued' order by v.id`,
    [orderId],
  );
  const gift = gifts.rows[0];
  if (!gift) throw new Error('a claim without its gift');
  return { gift: giftView(gift), vouchers: vouchers.rows.map((row) => voucherAsIssued(club, row)) };
}

async function earlierClaim(club: Club, request: WriteRequest): Promise<GiftClaim | undefined> {
  const { rows } = await club.pool.query<{ id: string; input_hash: Buffer }>(
    'select id, input_hash from orders where request_scope = $1 and request_id = $2',
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return claimAnswer(club, rows[0].id);
}

function refuse(gift: Offered): never {
  switch (gift.current_state) {
    case 'claimed':
      throw new Problem(409, 'GIFT_ALREADY_CLAIMED', '这份礼包已经领过了，可以在“我的券”里看到');
    case 'revoked':
      throw new Problem(409, 'GIFT_REVOKED', '这份礼包已经收回，如有疑问请联系客服');
    case 'expired':
      throw new Problem(409, 'GIFT_EXPIRED', '这份礼包已过领取期限', {
        members: { expiredAt: toInstant(gift.expires_at) },
      });
    case 'offered':
      throw new Problem(503, 'BUSY', '现在用的人多，这一次什么都没有改动。', { retryAfterSeconds: 1 });
  }
}

async function runClaim(
  club: Club,
  { memberId, giftId, request }: { memberId: string; giftId: string; request: WriteRequest },
): Promise<string | undefined> {
  const offered = await readOffered(club, memberId, giftId);
  if (offered.current_state !== 'offered') return undefined;
  const made = prepareVouchers(club, offered.lines, giftPlate(club, offered));
  const { rows } = await club.pool.query<{ order_id: string }>({
    ...claimStatement,
    values: [
      giftId,
      memberId,
      uuidv7(),
      request.scope,
      request.id,
      request.inputHash,
      made.ids,
      made.positions,
      made.sealedCodes,
      made.codeIndexes,
      made.sealedPlates,
      made.eventIds,
    ],
  });
  return rows[0]?.order_id;
}

/**
 * A gift is claimed once, whoever asks how often at the same time. Repeating the request gives the first answer; claiming again with another request is
 * told that it is claimed.
 * @throws Problem 404 for another's, 409 GIFT_ALREADY_CLAIMED, GIFT_EXPIRED, GIFT_REVOKED, 422 IDEMPOTENCY_KEY_REUSED
 */
export async function claimGift(
  club: Club,
  { memberId, giftId, key }: { memberId: string; giftId: string; key: string },
): Promise<{ body: GiftClaim; replayed: boolean }> {
  const request = writeRequest(club, `giftClaim:${memberId}`, { key, input: { giftId } });
  const earlier = await earlierClaim(club, request);
  if (earlier) return { body: earlier, replayed: true };
  try {
    const orderId = await runClaim(club, { memberId, giftId, request });
    if (orderId !== undefined) return { body: await claimAnswer(club, orderId), replayed: false };
  } catch (error) {
    if (brokenUniqueKey(error) !== 'orders_request') throw error;
  }
  const winner = await earlierClaim(club, request);
  if (winner) return { body: winner, replayed: true };
  return refuse(await readOffered(club, memberId, giftId));
}
