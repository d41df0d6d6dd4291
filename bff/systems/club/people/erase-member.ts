import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import type { Club } from '../club';
import { indexOf, seal } from '../personal-fields';

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
  await client.query('update voucher_reports set comment_sealed = null where member_id = $1', [memberId]);
  await client.query('update redemption_ratings set comment_sealed = null where member_id = $1', [memberId]);
  await client.query('update gifts set plate_sealed = null where member_id = $1', [memberId]);
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

/** Also of the members who were merged into this one: what they handed in names the same person. */
async function everyIdOf(client: PoolClient, memberId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `with recursive chain as (
       select id from members where id = $1 union select m.id from members m join chain c on m.merged_into = c.id
     ) select id from chain`,
    [memberId],
  );
  return rows.map(({ id }) => id);
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
      'update identity_reviews set name_sealed = $2, id_number_sealed = $3, id_number_index = $4 where id = $1',
      [
        id,
        seal(cipher, 'identity_reviews.name_sealed', id, ERASED),
        seal(cipher, 'identity_reviews.id_number_sealed', id, ERASED),
        indexOf.idNumber(cipher, `erased:${id}`),
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
 * A member asked to be forgotten. Phone, name, ID, WeChat accounts, plates go in one transaction; points, redemptions and settlement stay as
 * figures on a row that names nobody. The phone and the ID are free again: whoever signs in with them is a new member. Harmless when repeated.
 */
export async function eraseMember(club: Club, memberId: string): Promise<void> {
  await inTransaction(club.pool, async (client) => {
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
    await emptyReviews(club, client, await everyIdOf(client, memberId));
  });
}
