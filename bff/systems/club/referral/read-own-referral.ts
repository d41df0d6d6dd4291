import { toInstant } from '../../../http/instants';
import type { ClubPersonalData } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { shownStates, type StoredState } from './friend-state';

/** A member's own part of 推荐有礼, under every id it has had; of the friends, and of who invited, nothing. */
export async function readOwnReferral(
  { pool }: Pick<Club, 'pool'>,
  memberIds: string[],
): Promise<ClubPersonalData['referral']> {
  const codes = await pool.query<{ code: string }>(
    'select code from invitation_codes where member_id = any ($1) order by created_at, code',
    [memberIds],
  );
  const friends = await pool.query<{
    state: StoredState;
    registered_at: Date;
    settled_at: Date | null;
    points: number | null;
  }>(
    'select state, registered_at, settled_at, points from referrals where inviter_id = any ($1) order by registered_at, id',
    [memberIds],
  );
  const came = await pool.query<{ registered_at: Date }>(
    'select registered_at from referrals where invited_id = any ($1) order by registered_at',
    [memberIds],
  );
  return {
    codes: codes.rows.map(({ code }) => code),
    friends: friends.rows.map(({ state, registered_at, settled_at, points }) => ({
      state: shownStates[state],
      registeredAt: toInstant(registered_at),
      settledAt: settled_at ? toInstant(settled_at) : null,
      points,
    })),
    cameByInvitationAt: came.rows.map(({ registered_at }) => toInstant(registered_at)),
  };
}
