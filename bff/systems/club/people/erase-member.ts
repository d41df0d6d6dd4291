import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import type { Club } from '../club';
import { indexOf, seal } from '../personal-fields';
import { rememberPerson } from '../referral/former-people';
import { endReferrals } from '../referral/leave-referrals';
import { everyIdOf } from './earlier-selves';

/** Stands where a value was; also what an operator reads in a decided review. */
const ERASED = '已注销';

/** Unused vouchers end with their owner: nobody may redeem them, and the record says why. */
async function revokeVouchers(client: PoolClient, memberId: string): Promise<void> {
  const { rows } = await client.query<{
    id: string;
    version: number;
    uses_left: number;
    amount_left_fen: number | null;
  }>(
    `update vouchers set state = 'revoked', version = version + 1, presentation_seq = presentation_seq + 2
     where member_id = $1 and state in ('active', 'reserved') returning id, version, uses_left, amount_left_fen`,
    [memberId],
  );
  for (const row of rows) {
    await client.query(
      `insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen, cause_id)
       values ($1, $2, 'revoked', $3, $4, $5, $6)`,
      [uuidv7(), row.id, row.version, row.uses_left, row.amount_left_fen, memberId],
    );
  }
  await client.query('update vouchers set plate_sealed = null where member_id = $1', [memberId]);
}

/** Gifts that nobody will claim, and links that nobody should open any more. The voucher behind a link was locked when it was revoked. */
async function endOffers(client: PoolClient, memberId: string): Promise<void> {
  await client.query('update gifts set plate_sealed = null where member_id = $1', [memberId]);
  await client.query(
    `update gifts set state = 'revoked', revoked_at = now() where member_id = $1 and state = 'offered'`,
    [memberId],
  );
  await client.query(
    `update transfers set state = 'takenBack', taken_back_at = now() where giver_id = $1 and state = 'offered'`,
    [memberId],
  );
}

/** Why a use was undone is written at the counter, about the one who stood there. */
async function emptyReasons({ cipher }: Club, client: PoolClient, memberIds: string[]): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select rr.id from vouchers v join redemptions r on r.voucher_id = v.id join redemption_reversals rr on rr.redemption_id = r.id
     where v.member_id = any ($1)`,
    [memberIds],
  );
  for (const { id } of rows) {
    await client.query('update redemption_reversals set reason_sealed = $2 where id = $1', [
      id,
      seal(cipher, 'redemption_reversals.reason_sealed', id, ERASED),
    ]);
  }
}

/** What the member said, and what was answered to it; that something was said, and when, stays with the voucher. */
async function emptyWords({ cipher }: Club, client: PoolClient, memberIds: string[]): Promise<void> {
  await client.query('update redemption_ratings set comment_sealed = null where member_id = any ($1)', [
    memberIds,
  ]);
  await client.query('update voucher_reports set comment_sealed = null where member_id = any ($1)', [
    memberIds,
  ]);
  const { rows } = await client.query<{ id: string }>(
    'select id from voucher_reports where member_id = any ($1) and answer_sealed is not null',
    [memberIds],
  );
  for (const { id } of rows) {
    await client.query('update voucher_reports set answer_sealed = $2 where id = $1', [
      id,
      seal(cipher, 'voucher_reports.answer_sealed', id, ERASED),
    ]);
  }
}

/** A vehicle keeps its row, because vouchers point to it; plate, VIN and engine number go. */
async function emptyVehicles({ cipher }: Club, client: PoolClient, memberId: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from vehicles where member_id = $1', [
    memberId,
  ]);
  for (const { id } of rows) {
    await client.query(
      `update vehicles set plate_sealed = $2, plate_index = $3, vin_sealed = $4, engine_no_sealed = $5, model = null,
         removed_at = coalesce(removed_at, now()) where id = $1`,
      [
        id,
        seal(cipher, 'vehicles.plate_sealed', id, ERASED),
        indexOf.plate(cipher, `erased:${id}`),
        seal(cipher, 'vehicles.vin_sealed', id, ERASED),
        seal(cipher, 'vehicles.engine_no_sealed', id, ERASED),
      ],
    );
  }
}

/** Nobody has to decide about somebody who has left; a decided review stays, without the person. */
async function emptyReviews({ cipher }: Club, client: PoolClient, memberIds: string[]): Promise<void> {
  await client.query(`delete from identity_reviews where member_id = any ($1) and state = 'open'`, [
    memberIds,
  ]);
  const { rows } = await client.query<{ id: string }>(
    'select id from identity_reviews where member_id = any ($1)',
    [memberIds],
  );
  for (const { id } of rows) {
    await client.query(
      'update identity_reviews set name_sealed = $2, id_number_sealed = $3, id_number_index = $4, reason_sealed = $5 where id = $1',
      [
        id,
        seal(cipher, 'identity_reviews.name_sealed', id, ERASED),
        seal(cipher, 'identity_reviews.id_number_sealed', id, ERASED),
        indexOf.idNumber(cipher, `erased:${id}`),
        seal(cipher, 'identity_reviews.reason_sealed', id, ERASED),
      ],
    );
  }
  const bindings = await client.query<{ id: string }>(
    'select id from identity_bindings where member_id = any ($1)',
    [memberIds],
  );
  for (const { id } of bindings.rows) {
    await client.query('update identity_bindings set answer_sealed = $2 where id = $1', [
      id,
      seal(cipher, 'identity_bindings.answer_sealed', id, '{}'),
    ]);
  }
}

/**
 * A member asked to be forgotten. Phone, name, ID, WeChat accounts, plates, the member's own words and what a counter wrote go in one transaction, and what was still offered ends; points,
 * sign-ins, uses, orders and settlement stay as figures on a row that names nobody. The phone and the ID are free again: whoever signs in with them is a new member, whom nobody can have invited (former_people). Harmless when repeated.
 */
export async function eraseMember(club: Club, memberId: string): Promise<void> {
  await inTransaction(club.pool, async (client) => {
    await rememberPerson(client, memberId);
    const { rowCount } = await client.query(
      `update members set erased_at = now(), updated_at = now(), phone_sealed = null, phone_index = null, level = 'basic',
         identity_verified_at = null, identity_kind = null, name_sealed = null, id_number_sealed = null, id_number_index = null,
         source_scene = null, source_ref = null, theme = 'system', elder = false
       where id = $1 and merged_into is null and erased_at is null`,
      [memberId],
    );
    if (rowCount !== 1) return;
    await client.query('delete from wechat_accounts where member_id = $1', [memberId]);
    await emptyVehicles(club, client, memberId);
    await revokeVouchers(client, memberId);
    await endOffers(client, memberId);
    const memberIds = await everyIdOf(client, memberId);
    await emptyWords(club, client, memberIds);
    await emptyReasons(club, client, memberIds);
    await emptyReviews(club, client, memberIds);
    await endReferrals(client, memberIds);
  });
}
