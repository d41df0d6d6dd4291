/** Objects rather than strings, so that a test can take a condition out and show what then goes wrong. */

/** The next one that is due. While one process works on it no other takes it; a killed one's is free again after the lease. $1 lease in seconds */
export const takeReferralStatement = {
  text: `update referrals set next_try_at = now() + make_interval(secs => $1)
    where id = (select id from referrals where state = 'due' and next_try_at <= now() order by next_try_at, id limit 1 for update skip locked)
    returning id, inviter_id, invited_id`,
};

/** It is decided by whoever gets here first; the next one finds nothing. $1 referral */
export const openReferralStatement = {
  text: `select 1 from referrals where id = $1 and state = 'due' for update`,
};

/** One of the year's places, or no row. $1 member · $2 places, null for as many as there are friends */
export const placeGuard = '$2::int is null or y.paid < $2';
export const placeStatement = {
  text: `insert into referral_years as y (member_id, year, paid)
    values ($1, extract(year from now() at time zone 'Asia/Shanghai'), 1)
    on conflict (member_id, year) do update set paid = y.paid + 1 where ${placeGuard} returning y.paid`,
};

/**
 * Whether the invited person was here before: under an id that is older than the one that came, or as somebody who has left. $1 the person now · $2 the id that came
 */
export const wasHereBefore = (selves: string) => `${selves}
  select exists (select 1 from members m join selves s on s.id = m.id where m.created_at < (select created_at from members where id = $2))
    or exists (select 1 from members m join former_people f on f.person_index in (m.phone_index, m.id_number_index) where m.id = $1)
    or exists (select 1 from wechat_accounts w join former_people f on f.person_index = w.openid_index where w.member_id = $1) as before`;
