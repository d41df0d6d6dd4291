import { toInstant } from '../../../http/instants';
import type { ClubFriend, ClubReferral, ReferralTerms } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { limitOf, page, timePosition, type PageQuery } from '../pages';
import { EARLIER_SELVES_SQL, holderOf } from '../people/earlier-selves';
import { readMember } from '../people/member-view';
import { openOrNull } from '../personal-fields';
import { ruleView } from '../points/read-rules';
import { currentRule } from '../points/rule-book';
import { shownStates, type StoredState } from './friend-state';
import { SHOWN_CODE_SQL } from './own-code';

/** What both get, as the rule book says it today. */
export async function readTerms({ pool }: Pick<Club, 'pool'>): Promise<ReferralTerms> {
  const inviter = await currentRule(pool, 'referral');
  const newcomer = await currentRule(pool, 'identity');
  return {
    inviter: inviter ? { ...ruleView(inviter), mostAYear: inviter.most_a_year } : null,
    newcomer: newcomer ? ruleView(newcomer) : null,
  };
}

interface SumsRow {
  code: string | null;
  friends: number;
  paid_friends: number;
  paid_points: number;
  paid_this_year: number;
}

/** The own code, what it brought so far, and what holds. */
export async function readReferral(club: Club, memberId: string): Promise<ClubReferral> {
  const { identityVerified } = await readMember(club, club.pool, memberId);
  const { rows } = await club.pool.query<SumsRow>(
    `${EARLIER_SELVES_SQL}
     select (${SHOWN_CODE_SQL}) as code, count(r.id) as friends, count(r.points) as paid_friends, coalesce(sum(r.points), 0)::bigint as paid_points,
       coalesce((select y.paid from referral_years y where y.member_id = $1 and y.year = extract(year from now() at time zone 'Asia/Shanghai')), 0) as paid_this_year
     from selves s left join referrals r on r.inviter_id = s.id`,
    [memberId],
  );
  const row = rows[0];
  return {
    code: row?.code ?? null,
    terms: await readTerms(club),
    identityVerified,
    friends: row?.friends ?? 0,
    paidFriends: row?.paid_friends ?? 0,
    paidPoints: row?.paid_points ?? 0,
    paidThisYear: row?.paid_this_year ?? 0,
  };
}

interface FriendRow {
  id: string;
  state: StoredState;
  points: number | null;
  registered_at: Date;
  settled_at: Date | null;
  friend_id: string;
  phone_sealed: Buffer | null;
}

/**
 * Who came, newest first, each with the number of today: of who has left nothing is there to show, nor of whoever had an account before and only came into
 * it again by the link.
 */
export async function listFriends(
  club: Club,
  memberId: string,
  query: PageQuery,
): Promise<{ items: ClubFriend[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<FriendRow>(
    `${EARLIER_SELVES_SQL}
     select r.id, case when known.before and r.state = 'registered' then 'before' else r.state end as state, r.points, r.registered_at, r.settled_at,
       m.id as friend_id, case when not known.before then m.phone_sealed end as phone_sealed
     from referrals r join members invited on invited.id = r.invited_id ${holderOf('r.invited_id')} join members m on m.id = holder.id
       cross join lateral (select r.state in ('own', 'before') or m.created_at < invited.created_at as before) known
     where r.inviter_id in (select id from selves) and ($2::timestamptz is null or (r.registered_at, r.id) < ($2, $3))
     order by r.registered_at desc, r.id desc limit $4`,
    [memberId, at, id, limitOf(query) + 1],
  );
  return page(rows, query, {
    item: (row) => ({
      id: row.id,
      phone: openOrNull(club.cipher, 'members.phone_sealed', {
        id: row.friend_id,
        envelope: row.phone_sealed,
      }),
      state: shownStates[row.state],
      registeredAt: toInstant(row.registered_at),
      settledAt: row.settled_at ? toInstant(row.settled_at) : null,
      points: row.points,
    }),
    position: (row) => [row.registered_at.toISOString(), row.id],
  });
}
