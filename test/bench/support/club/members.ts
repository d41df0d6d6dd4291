import type { Pool } from 'pg';
import type { Keys } from '../../../../bff/crypto/keys';
import { createAccessTokens } from '../../../../bff/http/sessions/access-tokens';
import { signServiceToken } from '../../../../bff/http/service-token';

/** An id that follows from a number, so that pgbench can name it without asking the database first. */
export const benchMember = (number: number) => `bq_${String(number)}`;

/** Members of the bench's own among those that are there, each for one unit of work. */
export async function addMembers(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `insert into members (id, branch_id, phone_sealed, phone_index)
     select 'bq_' || n, 'br_sd_jinan', sha256(('phone' || n)::bytea), sha256(('index' || n)::bytea) from generate_series(0, $1::int - 1) n`,
    [count],
  );
}

/** What the club is shown: the server's signature over who is asking. */
export const clubToken = (keys: Keys, number: number): string =>
  signServiceToken(keys.serviceKey, {
    from: 'bff',
    to: 'club',
    actor: { subject: benchMember(number), role: 'member' },
  });

/** What the server is shown: the access token of somebody who has signed in. */
export function accessToken(keys: Keys): (number: number) => string {
  const access = createAccessTokens(keys.tokens, { lifetimeSeconds: 900 });
  return (number) =>
    access.issue({
      audience: 'member',
      accountId: benchMember(number),
      sessionId: `ses_${benchMember(number)}`,
      phoneless: false,
      branchId: 'br_sd_jinan',
    }).accessToken;
}
