import type { ClientBase } from 'pg';

/** Somebody is forgotten, under every id: the code opens nothing any more, and what was not decided ends. What was earned stays as a figure. */
export async function endReferrals(client: ClientBase, memberIds: string[]): Promise<void> {
  await client.query('delete from invitation_codes where member_id = any ($1)', [memberIds]);
  await client.query(
    `update referrals set state = 'gone', settled_at = now()
     where state in ('registered', 'due', 'waiting') and (inviter_id = any ($1) or invited_id = any ($1))`,
    [memberIds],
  );
}

/** When two members become one, whom both were thanked for counts together. */
export async function moveReferralYears(
  client: ClientBase,
  { from, into }: { from: string; into: string },
): Promise<void> {
  await client.query(
    `insert into referral_years as y (member_id, year, paid) select $2, year, paid from referral_years where member_id = $1 and paid > 0
     on conflict (member_id, year) do update set paid = y.paid + excluded.paid`,
    [from, into],
  );
  await client.query('update referral_years set paid = 0 where member_id = $1', [from]);
}
