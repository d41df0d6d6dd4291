import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { DAY_LIMIT_KEY } from '../counter/day-places';
import { moveDayPlaces } from '../counter/move-day-places';
import { moveAllowances } from '../mall/move-allowances';
import { movePoints } from '../points/move-points';
import { moveSignIns } from '../points/sign-in-today';
import { brokenUniqueKey } from '../requests';
import { rememberNumber } from '../referral/former-people';
import { moveReferralYears } from '../referral/leave-referrals';
import { noteVerified } from '../referral/note-verified';
import { moveTransfers } from '../transfers/move-transfers';

export interface Merge {
  from: string;
  into: string;
  cause: 'phoneBinding' | 'identityReview' | 'bothNumbers';
}

/** Somebody else was faster with one of the two: whoever asked looks again, and finds how things are now. */
export class MemberChanged extends Error {}

/** A use at a counter took a place of the day between our look and our write: it looks again. */
async function moveDay(client: PoolClient, holders: { from: string; into: string }): Promise<void> {
  await moveDayPlaces(client, holders).catch((error: unknown) => {
    throw brokenUniqueKey(error) === DAY_LIMIT_KEY ? new MemberChanged() : error;
  });
}

/** A car that both have stays once: the other copy counts as removed, and what was bound to it is bound to the one that stays, with its day. */
async function moveVehicles(client: PoolClient, { from, into }: Merge): Promise<void> {
  const { rows } = await client.query<{ gone: string; kept: string }>(
    `update vehicles v set removed_at = now() from vehicles o where v.member_id = $1 and v.removed_at is null
       and o.member_id = $2 and o.plate_index = v.plate_index and o.removed_at is null
     returning v.id as gone, o.id as kept`,
    [from, into],
  );
  for (const { gone, kept } of rows) {
    await client.query('update gifts set vehicle_id = $3 where member_id = $1 and vehicle_id = $2', [
      from,
      gone,
      kept,
    ]);
    await client.query('update vouchers set vehicle_id = $3 where member_id = $1 and vehicle_id = $2', [
      from,
      gone,
      kept,
    ]);
    await moveDay(client, { from: gone, into: kept });
  }
  await client.query('update vehicles set member_id = $2 where member_id = $1', [from, into]);
}

/** Whatever was on a screen of the old owner stops being valid: the version moves and the presentations fall behind. */
async function moveVouchers(client: PoolClient, { from, into }: Merge): Promise<void> {
  const { rows } = await client.query<{
    id: string;
    version: number;
    uses_left: number;
    amount_left_fen: number | null;
  }>(
    `update vouchers set member_id = $2, version = version + 1, presentation_seq = presentation_seq + 2
     where member_id = $1 returning id, version, uses_left, amount_left_fen`,
    [from, into],
  );
  for (const row of rows) {
    await client.query(
      `insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen, cause_id)
       values ($1, $2, 'moved', $3, $4, $5, $6)`,
      [uuidv7(), row.id, row.version, row.uses_left, row.amount_left_fen, from],
    );
  }
}

/**
 * Everything of one member becomes another's, and the emptied row points there for good. Both rows are locked in the order of their ids, so that two
 * merges crossing each other wait instead of deadlocking; what was merged away meanwhile takes nothing in any more.
 * @throws MemberChanged when one of the two is gone; nothing has happened then
 */
export async function mergeMembers(client: PoolClient, merge: Merge): Promise<void> {
  const { from, into, cause } = merge;
  const locked = await client.query(
    'select id from members where id = any ($1) and merged_into is null and erased_at is null order by id for update',
    [[from, into]],
  );
  if (locked.rowCount !== 2) throw new MemberChanged();
  await client.query('update wechat_accounts set member_id = $2 where member_id = $1', [from, into]);
  await moveVehicles(client, merge);
  await client.query('update gifts set member_id = $2 where member_id = $1', [from, into]);
  await client.query('update orders set member_id = $2 where member_id = $1', [from, into]);
  await moveVouchers(client, merge);
  await moveDay(client, merge);
  await moveTransfers(client, { from, into });
  await client.query('update redemption_ratings set member_id = $2 where member_id = $1', [from, into]);
  await movePoints(client, { from, into });
  await moveSignIns(client, { from, into });
  await moveAllowances(client, { from, into });
  await moveReferralYears(client, { from, into });
  await rememberNumber(client, from);
  await client.query(
    `update members set merged_into = $2, phone_sealed = null, phone_index = null, level = 'basic', identity_verified_at = null,
       identity_kind = null, name_sealed = null, id_number_sealed = null, id_number_index = null, updated_at = now()
     where id = $1`,
    [from, into],
  );
  await client.query(
    'insert into member_merges (id, from_member_id, into_member_id, cause) values ($1, $2, $3, $4)',
    [uuidv7(), from, into, cause],
  );
  await noteVerified(client, into);
}
