import { createHmac, randomInt, type KeyObject } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { toInstant } from '../../../http/instants';
import { notFound, Problem } from '../../../http/problem';
import type { presentation, ClubVoucherSummary } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { brokenUniqueKey } from '../requests';
import { writeQr } from './presented-qr';

export const PRESENTATION_SECONDS = 60;
/** How many of a voucher's latest presentations count: a renewal or a lost answer must not spoil a scan. */
export const LATEST_PRESENTATIONS = 2;

export function shortCodeHash(key: KeyObject, digits: string): Buffer {
  return createHmac('sha256', key).update(digits).digest();
}

/** The next number is taken from the voucher's own row, so that two screens asking at once get different ones. */
const PRESENT_SQL = `
  with next as (
    update vouchers v set presentation_seq = v.presentation_seq + 1
    where v.id = $1 and v.member_id = $2 and voucher_state(v.state, v.uses_left, v.amount_left_fen, v.valid_until) = 'active' and v.valid_from <= now()
    returning v.id, v.presentation_seq
  )
  insert into presentations (id, voucher_id, seq, short_code_hash, expires_at)
  select $3, id, presentation_seq, $4, now() + make_interval(secs => $5) from next
  returning expires_at`;

const refusals: Record<Exclude<ClubVoucherSummary['state'], 'active'>, { code: string; detail: string }> = {
  redeemed: { code: 'VOUCHER_ALREADY_REDEEMED', detail: '这张券已经用完了' },
  expired: { code: 'VOUCHER_EXPIRED', detail: '这张券已过有效期' },
  reserved: { code: 'VOUCHER_RESERVED', detail: '这张券已经预约，到店由商户确认' },
  revoked: { code: 'VOUCHER_REVOKED', detail: '这张券已经收回，如有疑问请联系客服' },
  transferred: { code: 'VOUCHER_TRANSFERRED', detail: '这张券已经转赠给别人' },
};

async function refuse(club: Club, memberId: string, voucherId: string): Promise<never> {
  const { rows } = await club.pool.query<{ state: ClubVoucherSummary['state'] }>(
    'select voucher_state(state, uses_left, amount_left_fen, valid_until) as state from vouchers where id = $1 and member_id = $2',
    [voucherId, memberId],
  );
  const state = rows[0]?.state;
  if (state === undefined) throw notFound('没有找到这张服务券');
  if (state === 'active') throw new Problem(409, 'VOUCHER_NOT_YET_VALID', '这张券还没到可以使用的日期');
  const { code, detail } = refusals[state];
  throw new Problem(409, code, detail);
}

/**
 * What the screen shows for 60 s. Each call makes a new one. The eight digits are unique among all presentations that are kept; the rare clash is
 * answered by other digits.
 */
export async function presentVoucher(
  club: Club,
  memberId: string,
  voucherId: string,
): Promise<z.infer<typeof presentation>> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const presentationId = uuidv7();
    const shortCode = String(randomInt(100_000_000)).padStart(8, '0');
    try {
      const { rows } = await club.pool.query<{ expires_at: Date }>(PRESENT_SQL, [
        voucherId,
        memberId,
        presentationId,
        shortCodeHash(club.shortCodeKey, shortCode),
        PRESENTATION_SECONDS,
      ]);
      if (!rows[0]) return await refuse(club, memberId, voucherId);
      const qr = writeQr(club.presentationKey, { presentationId, voucherId });
      return { qr, shortCode, expiresAt: toInstant(rows[0].expires_at) };
    } catch (error) {
      if (brokenUniqueKey(error) !== 'presentations_short_code_once') throw error;
    }
  }
  throw new Problem(503, 'BUSY', '现在用的人多，这一次什么都没有改动。', { retryAfterSeconds: 1 });
}

/** Digits of a presentation that lapsed an hour ago may be given out again. */
export async function deleteOldPresentations(club: Pick<Club, 'pool'>): Promise<void> {
  await club.pool.query(`delete from presentations where expires_at < now() - interval '1 hour'`);
}
