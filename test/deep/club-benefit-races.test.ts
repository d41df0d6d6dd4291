import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../bff/database/transaction';
import { clubLookup, clubTransferAnswer, presentation } from '../../bff/upstream/club/contract';
import { earnPoints } from '../../bff/systems/club/points/earn-points';
import { findBreaches } from '../../bff/systems/club/invariants';
import { elderMember, unverifiedMember, verifiedMember } from '../../bff/systems/demo-people';
import type { Actor } from '../../bff/http/service-token';
import { actors, stores } from '../bff/systems/club/actors';
import { newKey, parse, startClub, type ClubUnderTest } from '../bff/systems/club/start-club';
import type { GuardName } from './support/guards';
import { issueVouchers } from './support/issue-vouchers';
import { startRace, type Attempt, type Outcome, type Race } from './support/racing';

let club: ClubUnderTest;
let race: Race;

beforeAll(async () => {
  club = await startClub();
  await enrichAll(club);
  race = await startRace(club.database.url);
});
afterAll(async () => {
  await race.end();
  await club.stop();
});

const DAY_MS = 86_400_000;
const tally = (outcomes: readonly Outcome[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status, code } of outcomes) {
    const name = `${String(status)} ${code}`.trim();
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

/** Enough points that only what is raced for runs short. */
async function enrich(under: ClubUnderTest, memberId: string, points: number): Promise<void> {
  await inTransaction(under.pool, (client) =>
    earnPoints(client, {
      memberId,
      points,
      reason: '竞态测试',
      request: { scope: 'test', id: newKey(), inputHash: Buffer.alloc(32) },
      at: new Date(Date.now() - 1000),
      expiresAt: new Date(Date.now() + 30 * DAY_MS),
    }),
  );
}

async function newItem(
  under: ClubUnderTest,
  item: { price: number; stock: number; limit?: number },
): Promise<string> {
  const id = uuidv7();
  await under.pool.query(
    `insert into mall_items (id, branch_id, service_id, title, description, price_points, stocked, stock, limit_per_member, validity_days, position)
     values ($1, 'br_sd_jinan', 'svc_wash', '普通洗车', '', $2, $3, $3, $4, 90, 99)`,
    [id, item.price, item.stock, item.limit ?? null],
  );
  return id;
}

function exchanges(under: ClubUnderTest, itemId: string, count: number, people: Actor[]): Attempt[] {
  const tokens = people.map((person) => under.token(person));
  return Array.from({ length: count }, (_, index) => ({
    path: '/mall/orders',
    token: tokens[index % tokens.length] ?? '',
    key: newKey(),
    body: { itemId, quantity: 1 },
  }));
}

const people = [actors.member, actors.elder, actors.basicMember];
async function enrichAll(under: ClubUnderTest): Promise<void> {
  for (const { memberId } of [verifiedMember, elderMember, unverifiedMember]) {
    await enrich(under, memberId, 1_000_000);
  }
}

describe('the mall, from four processes', () => {
  it('sells the last piece to one of two hundred', async () => {
    const itemId = await newItem(club, { price: 10, stock: 1 });
    const outcomes = await race.run(exchanges(club, itemId, 200, people), 25);
    expect(tally(outcomes)).toEqual({ '201': 1, '409 OUT_OF_STOCK': 199 });
    expect(await findBreaches(club.pool)).toEqual([]);
  });

  it('lets three of two hundred exchanges through when the points are enough for three', async () => {
    const itemId = await newItem(club, { price: 333_333, stock: 500 });
    const { rows } = await club.pool.query<{ balance: number }>(
      'select balance_points as balance from points_accounts where member_id = $1',
      [elderMember.memberId],
    );
    const affordable = Math.floor((rows[0]?.balance ?? 0) / 333_333);
    expect(affordable).toBe(3);
    const outcomes = await race.run(exchanges(club, itemId, 200, [actors.elder]), 25);
    expect(tally(outcomes)).toEqual({ '201': 3, '409 POINTS_NOT_ENOUGH': 197 });
    expect(await findBreaches(club.pool)).toEqual([]);
  });

  it('keeps a member to the limit', async () => {
    const itemId = await newItem(club, { price: 10, stock: 500, limit: 4 });
    const outcomes = await race.run(exchanges(club, itemId, 100, [actors.member]), 25);
    expect(tally(outcomes)).toEqual({ '201': 4, '409 LIMIT_REACHED': 96 });
    expect(await findBreaches(club.pool)).toEqual([]);
  });

  it('gives a hundred copies of one exchange one effect', async () => {
    const itemId = await newItem(club, { price: 10, stock: 500 });
    const [first] = exchanges(club, itemId, 1, [actors.member]);
    const outcomes = await race.run(Array<Attempt>(100).fill(first as Attempt), 25);
    expect(tally(outcomes)).toEqual({ '201': 100 });
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await findBreaches(club.pool)).toEqual([]);
  });
});

interface Duel {
  voucherId: string;
  attempts: Attempt[];
}

/** One voucher with its link open and its QR scanned: many accept while many confirm at the counter. */
async function duel(under: ClubUnderTest, count: number): Promise<Duel> {
  const [voucherId = ''] = await issueVouchers(under, {
    memberId: verifiedMember.memberId,
    service: 'svc_wash',
    count: 1,
  });
  const shown = await under.send('POST', `/vouchers/${voucherId}/presentations`, { as: actors.member });
  const looked = await under.send('POST', '/merchant/lookups', {
    as: actors.clerk,
    body: { code: parse(shown, presentation).qr },
  });
  const { scanToken } = parse(looked, clubLookup);
  const made = await under.send('POST', `/vouchers/${voucherId}/transfers`, {
    as: actors.member,
    key: newKey(),
    body: {},
  });
  const { token } = parse(made, clubTransferAnswer).transfer;
  const attempts = Array.from({ length: count }, (_, index): Attempt =>
    index % 2 === 0
      ? {
          path: '/transfers/acceptance',
          token: under.token(index % 4 === 0 ? actors.elder : actors.basicMember),
          key: newKey(),
          body: { token },
        }
      : { token: under.token(actors.clerk), key: newKey(), body: { scanToken, storeId: stores.first } },
  );
  return { voucherId, attempts };
}

async function hands(under: ClubUnderTest, voucherId: string): Promise<number> {
  const { rows } = await under.pool.query<{ hands: number }>(
    `select (select count(*) from redemptions where voucher_id = $1) + (select count(*) from vouchers where origin_voucher_id = $1) as hands`,
    [voucherId],
  );
  return Number(rows[0]?.hands);
}

describe('a voucher that is accepted while it is redeemed, from four processes', () => {
  it('is in one hand, twenty times over', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { voucherId, attempts } = await duel(club, 40);
      const outcomes = await race.run(attempts, 10);
      expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(outcomes.filter(({ status }) => status >= 500)).toEqual([]);
      expect(await hands(club, voucherId)).toBe(1);
    }
    expect(await findBreaches(club.pool)).toEqual([]);
  });
});

describe('the same races with a condition taken out', () => {
  async function broken(
    without: readonly GuardName[],
    attack: (under: ClubUnderTest, mutated: Race) => Promise<void>,
  ): Promise<void> {
    const under = await startClub();
    const mutated = await startRace(under.database.url, { without });
    await enrichAll(under);
    await attack(under, mutated);
    await mutated.end();
    await under.halt();
  }

  it('stop at the table’s own check for the stock, and nobody hears that it is sold out', () =>
    broken(['stock'], async (under, mutated) => {
      const itemId = await newItem(under, { price: 10, stock: 1 });
      const outcomes = await mutated.run(exchanges(under, itemId, 100, people), 25);
      expect(tally(outcomes)['500 INTERNAL']).toBeGreaterThan(0);
    }));

  it('pass the limit of a member', () =>
    broken(['limit'], async (under, mutated) => {
      const itemId = await newItem(under, { price: 10, stock: 500, limit: 4 });
      const outcomes = await mutated.run(exchanges(under, itemId, 40, [actors.member]), 25);
      expect(tally(outcomes)['201']).toBeGreaterThan(4);
    }));

  it('take the same lots twice without the locks, and only the checks behind it stop them', () =>
    broken(['account', 'lots'], async (under, mutated) => {
      const attempts: Attempt[] = [];
      for (let item = 0; item < 20; item += 1) {
        const itemId = await newItem(under, { price: 333_333, stock: 500 });
        attempts.push(...exchanges(under, itemId, 5, [actors.elder]));
      }
      const outcomes = await mutated.run(attempts, 25);
      expect(tally(outcomes)['500 INTERNAL']).toBeGreaterThan(0);
    }));

  it('hand over a voucher that was used, which the promises notice', () =>
    broken(['transfer'], async (under, mutated) => {
      const { attempts } = await duel(under, 2);
      const [accept, redeem] = attempts;
      if (!accept || !redeem) throw new Error('a duel has two sides');
      expect(tally(await mutated.run([redeem], 1))).toEqual({ '201': 1 });
      expect(tally(await mutated.run([accept], 1))).toEqual({ '201': 1 });
      expect((await findBreaches(under.pool)).map(({ code }) => code)).toContain('I2');
    }));
});
