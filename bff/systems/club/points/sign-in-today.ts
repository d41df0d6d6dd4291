import type { ClientBase } from 'pg';
import type * as z from 'zod/mini';
import { inTransaction } from '../../../database/transaction';
import type { signInReward } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { holdMember } from '../people/hold-member';
import { earnByRule } from './award-points';
import { currentRule } from './rule-book';

const WEEK_DAYS = 7;

interface SignInRow {
  day: string;
  streak: number;
  points: number;
  bonus_points: number;
}

/** Yesterday's row carries the count on; two requests at once are decided by the primary key. */
const SIGN_IN_SQL = `
  with today as (select (now() at time zone 'Asia/Shanghai')::date as day),
  counted as (
    select t.day, coalesce((select s.streak from sign_ins s where s.member_id = $1 and s.day = t.day - 1), 0) + 1 as streak from today t
  )
  insert into sign_ins (member_id, day, streak, points, bonus_points)
  select $1, day, streak, $2, case when streak % ${String(WEEK_DAYS)} = 0 then $3::int else 0 end from counted
  on conflict do nothing returning day, streak, points, bonus_points`;

async function earnForToday(client: ClientBase, memberId: string, signedIn: SignInRow): Promise<void> {
  const earning = { memberId, occasion: `${memberId}:${signedIn.day}`, inputHash: Buffer.alloc(0) };
  if (signedIn.points > 0) await earnByRule(client, { ...earning, rule: 'signIn' });
  if (signedIn.bonus_points > 0) await earnByRule(client, { ...earning, rule: 'signInWeek' });
}

/**
 * 每日签到: once a day of Asia/Shanghai, with more for every seventh day in a row. Whoever asks again the same day hears what it brought.
 * @throws Problem 404 MEMBER_GONE
 */
export async function signInToday(
  club: Club,
  memberId: string,
): Promise<{ body: z.infer<typeof signInReward>; replayed: boolean }> {
  return inTransaction(club.pool, async (client) => {
    await holdMember(client, memberId);
    const rules = [await currentRule(client, 'signIn'), await currentRule(client, 'signInWeek')];
    const made = await client.query<SignInRow>(SIGN_IN_SQL, [
      memberId,
      ...rules.map((rule) => rule?.points ?? 0),
    ]);
    const first = made.rows[0];
    if (first) await earnForToday(client, memberId, first);
    const { rows } = await client.query<SignInRow & { balance: number }>(
      `select s.day, s.streak, s.points, s.bonus_points, coalesce(a.balance_points, 0) as balance
       from sign_ins s left join points_accounts a on a.member_id = s.member_id
       where s.member_id = $1 and s.day = (now() at time zone 'Asia/Shanghai')::date`,
      [memberId],
    );
    const row = rows[0];
    if (!row) throw new Error('a sign-in vanished');
    return {
      body: {
        date: row.day,
        points: row.points,
        streakDays: row.streak,
        bonusPoints: row.bonus_points,
        balance: row.balance,
      },
      replayed: first === undefined,
    };
  });
}

/** When two members become one, the days follow, each once. */
export async function moveSignIns(
  client: ClientBase,
  { from, into }: { from: string; into: string },
): Promise<void> {
  await client.query(
    `update sign_ins s set member_id = $2 where s.member_id = $1
     and not exists (select 1 from sign_ins o where o.member_id = $2 and o.day = s.day)`,
    [from, into],
  );
}
