import { Problem } from '../../../http/problem';
import type { Club } from '../club';

export type AttemptKind = 'shortCode' | 'voucherCode';

/** Ten wrong short codes a clerk an hour; the long code has a check character, so a wrong one is no slip either. */
const MOST_WRONG: Record<AttemptKind, number> = { shortCode: 10, voucherCode: 20 };

/**
 * Counts a guess before it is looked at, so that a hundred guesses at once are still at most ten. A right one is given back.
 * @throws Problem 429 CODE_ATTEMPTS_LOCKED with the seconds until the hour is over
 */
export async function takeAttempt(club: Club, clerkId: string, kind: AttemptKind): Promise<void> {
  const { rowCount } = await club.pool.query(
    `insert into code_attempts as a (clerk_id, kind, wrong, window_started_at) values ($1, $2, 1, now())
     on conflict (clerk_id, kind) do update set
       wrong = case when a.window_started_at <= now() - interval '1 hour' then 1 else a.wrong + 1 end,
       window_started_at = case when a.window_started_at <= now() - interval '1 hour' then now() else a.window_started_at end
     where a.wrong < $3 or a.window_started_at <= now() - interval '1 hour'`,
    [clerkId, kind, MOST_WRONG[kind]],
  );
  if (rowCount === 1) return;
  const { rows } = await club.pool.query<{ seconds: number }>(
    `select greatest(1, ceil(extract(epoch from window_started_at + interval '1 hour' - now())))::int as seconds
     from code_attempts where clerk_id = $1 and kind = $2`,
    [clerkId, kind],
  );
  throw new Problem(429, 'CODE_ATTEMPTS_LOCKED', '输错太多次了，请改用扫码，或过一会儿再输', {
    retryAfterSeconds: rows[0]?.seconds ?? 60,
  });
}

export async function giveBackAttempt(club: Club, clerkId: string, kind: AttemptKind): Promise<void> {
  await club.pool.query(
    'update code_attempts set wrong = greatest(0, wrong - 1) where clerk_id = $1 and kind = $2',
    [clerkId, kind],
  );
}
