import type { ClientBase } from 'pg';
import { EARLIER_SELVES_SQL } from '../people/earlier-selves';

/**
 * In the transaction that makes a member verified, or merges somebody into a verified one: whoever invited this person can be thanked now, and so can this person for
 * those whose verification waited for the own one. Deciding follows in a transaction of its own, because it needs another member's row. An array, so that both
 * sides are looked up in their index: joined by \`or\`, two subqueries would be a look at every row.
 */
export async function noteVerified(client: ClientBase, memberId: string): Promise<void> {
  await client.query(
    `${EARLIER_SELVES_SQL}
     update referrals r set state = 'due', verified_at = coalesce(r.verified_at, now()), due_since = now(), next_try_at = now()
     where exists (select 1 from members where id = $1 and identity_verified_at is not null)
       and ((r.state = 'registered' and r.invited_id = any (array (select id from selves)))
         or (r.state = 'waiting' and r.inviter_id = any (array (select id from selves))))`,
    [memberId],
  );
}
