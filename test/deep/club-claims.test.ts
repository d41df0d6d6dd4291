import { claimGuard, claimStatement } from '../../bff/systems/club/benefits/claim-statement';
import { findBreaches } from '../../bff/systems/club/invariants';
import { clubGiftList } from '../../bff/upstream/club/contract';
import { actors } from '../bff/systems/club/actors';
import { codeOf, newKey, startClub, type ClubUnderTest } from '../bff/systems/club/start-club';

const whole = claimStatement.text;
const withoutGuard = whole.replace(claimGuard, 'true');

afterEach(() => {
  claimStatement.text = whole;
});

async function offeredGift(club: ClubUnderTest): Promise<string> {
  const { items } = await club.read('/gifts?state=offered', actors.member, clubGiftList);
  return items[0]?.id ?? '';
}

async function claimMany(
  club: ClubUnderTest,
  giftId: string,
  count: number,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const claim = async () => {
    const reply = await club.send('POST', `/gifts/${giftId}/claim`, { as: actors.member, key: newKey() });
    const name = reply.status === 201 ? '201' : codeOf(reply);
    counts[name] = (counts[name] ?? 0) + 1;
  };
  await Promise.all(Array.from({ length: count }, claim));
  return counts;
}

const TOGETHER = 8;

/** All of them stand in the statement, waiting for the gift's row, before any of them goes on: no luck is needed for the worst case. */
async function claimTogether(club: ClubUnderTest, giftId: string): Promise<Record<string, number>> {
  const holder = await club.pool.connect();
  await holder.query('begin');
  await holder.query('select 1 from gifts where id = $1 for update', [giftId]);
  const claims = claimMany(club, giftId, TOGETHER);
  for (let waiting = 0; waiting < TOGETHER;) {
    const { rows } = await club.pool.query<{ count: number }>(
      `select count(*) as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    waiting = rows[0]?.count ?? 0;
  }
  await holder.query('commit');
  holder.release();
  return claims;
}

describe('claims of one gift at once', () => {
  it('give it once, of two hundred and in the worst case', async () => {
    const club = await startClub();
    expect(await claimMany(club, await offeredGift(club), 200)).toEqual({
      '201': 1,
      GIFT_ALREADY_CLAIMED: 199,
    });
    expect(await claimTogether(club, await offeredGift(club))).toEqual({
      '201': 1,
      GIFT_ALREADY_CLAIMED: TOGETHER - 1,
    });
    await club.stop();
  });

  it('are stopped by the key alone once the condition is taken out of the statement', async () => {
    expect(withoutGuard).not.toBe(whole);
    const club = await startClub();
    claimStatement.text = withoutGuard;
    expect(await claimTogether(club, await offeredGift(club))).toEqual({ '201': 1, INTERNAL: TOGETHER - 1 });
    await club.stop();
  });

  it('give it to everybody once the key is gone too', async () => {
    const club = await startClub();
    claimStatement.text = withoutGuard;
    await club.pool.query('alter table gift_claims drop constraint gift_claims_pkey');
    expect(await claimTogether(club, await offeredGift(club))).toEqual({ '201': TOGETHER });
    expect((await findBreaches(club.pool)).map(({ code }) => code)).toContain('I4');
    await club.halt();
  });
});
