import { inTransaction } from '../../../database/transaction';
import type { Club } from '../club';
import { EARLIER_SELVES_SQL } from '../people/earlier-selves';
import { holdMember } from '../people/hold-member';
import { newInvitationCode } from './invitation-code';

/** A person who was two members may have two; both lead here for good, and the older one is shown. `selves` has been named before. */
export const SHOWN_CODE_SQL =
  'select code from invitation_codes where member_id in (select id from selves) order by created_at, code limit 1';

/** One try in 2^55 meets a code that somebody has. */
const MOST_TRIES = 5;

/**
 * The member's invitation code, made when it is first asked for; two requests at once, or two accounts that were one person, end with the same one.
 * @throws Problem 404 MEMBER_GONE
 */
export async function ownCode({ pool }: Pick<Club, 'pool'>, memberId: string): Promise<string> {
  return inTransaction(pool, async (client) => {
    await holdMember(client, memberId);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const known = await client.query<{ code: string }>(`${EARLIER_SELVES_SQL} ${SHOWN_CODE_SQL}`, [
        memberId,
      ]);
      if (known.rows[0]) return known.rows[0].code;
      await client.query(
        'insert into invitation_codes (member_id, code) values ($1, $2) on conflict do nothing',
        [memberId, newInvitationCode()],
      );
    }
    throw new Error('no invitation code was free');
  });
}
