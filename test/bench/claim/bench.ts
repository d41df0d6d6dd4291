import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { claimGift } from '../../../bff/systems/club/benefits/claim-gift';
import type { Bench } from '../support/definition';
import type { Arena } from '../support/club/arena';
import { measureAtSizes } from '../support/club/at-sizes';
import { throughBothDoors } from '../support/club/member-ways';
import { addMembers, benchMember } from '../support/club/members';
import { clubInProcess, recorded } from '../support/club/record';
import { scriptFrom, throughPgbench } from '../support/club/script';
import type { Way } from '../support/club/way';

const giftOf = (number: number) => `bg_${String(number)}`;

/** A gift of three vouchers for each member, as a batch would have offered it. */
async function addOffers(pool: Pool, count: number): Promise<void> {
  await addMembers(pool, count);
  await pool.query(
    `insert into gifts (id, package_id, member_id, branch_id, grant_key, expires_at)
     select 'bg_' || n, 'pkg_size_season', 'bq_' || n, 'br_sd_jinan', 'bench:' || n, now() + interval '30 days' from generate_series(0, $1::int - 1) n`,
    [count],
  );
  await pool.query(`update gift_packages set issued = issued + $1 where id = 'pkg_size_season'`, [count]);
  await pool.query('analyze members, gifts');
}

/** What the club asks for one claim; pgbench asks the same for all the others. */
async function claimScript({ url, keys }: Arena, number: number): Promise<string> {
  const { club, close } = clubInProcess(url, keys);
  try {
    const claim = { memberId: benchMember(number), giftId: giftOf(number), key: randomUUID() };
    const asked = await recorded(club.pool, () => claimGift(club, claim));
    return scriptFrom(
      asked,
      new Map([
        [claim.giftId, `('bg_' || :n)`],
        [claim.memberId, `('bq_' || :n)`],
      ]),
    );
  } finally {
    await close();
  }
}

async function prepare(arena: Arena, units: number): Promise<Way[]> {
  // One more, whose claim is looked at.
  await addOffers(arena.pool, units + 1);
  const path = (number: number) => ({ path: `/gifts/${giftOf(number)}/claim` });
  return [
    throughPgbench(arena.url, await claimScript(arena, units)),
    ...throughBothDoors(arena, { club: path, server: path }),
  ];
}

export const bench: Bench = {
  about:
    'a claimed gift with three vouchers: the club, and BFF and club together, beside pgbench running the same statements',
  run: (context) =>
    measureAtSizes({ unit: 'a claim', turns: { aRound: 600, warmUp: 800 }, ways: 3, prepare }, context),
};
