import { inTransaction } from '../../../../bff/database/transaction';
import { spendPoints } from '../../../../bff/systems/club/points/spend-points';
import { earnPoints } from '../../../../bff/systems/club/points/earn-points';
import { elderMember, unverifiedMember } from '../../../../bff/systems/demo-people';
import {
  clubPoints,
  clubPointsEntryList,
  clubStoreList,
  clubVoucherDetail,
  clubVoucherList,
  mallItemList,
  serviceList,
  signInAnswer,
} from '../../../../bff/upstream/club/contract';
import { actors } from './actors';
import { newKey, parse, refusalOf, startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

const requestOf = () => ({ scope: 'test', id: newKey(), inputHash: Buffer.alloc(32) });
const spend = (memberId: string, points: number) =>
  inTransaction(club.pool, (client) =>
    spendPoints(client, { memberId, points, reason: '兑换：测试', request: requestOf() }),
  );

describe('points', () => {
  it('are explained by a year of entries that add up to the balance', async () => {
    const points = await club.read('/points', actors.member, clubPoints);
    expect([points.balance, points.expiring[0]?.points]).toEqual([3260, 420]);
    const entries = await club.read('/points/entries?limit=100', actors.member, clubPointsEntryList);
    expect(entries.items.reduce((sum, entry) => sum + entry.points, 0)).toBe(3260);
    expect(entries.items[0]?.balanceAfter).toBe(3260);
    expect(new Set(entries.items.map(({ points: change }) => Math.sign(change)))).toEqual(new Set([1, -1]));
    const first = await club.read('/points/entries?limit=5', actors.member, clubPointsEntryList);
    const rest = await club.read(
      `/points/entries?limit=100&cursor=${first.nextCursor ?? ''}`,
      actors.member,
      clubPointsEntryList,
    );
    expect([...first.items, ...rest.items]).toEqual(entries.items);
  });

  it('of somebody who never had any are none', async () => {
    const reply = await club.send('POST', '/members/sign-ins', {
      as: actors.system,
      body: { phone: '13577770001' },
    });
    const nobody = { subject: parse(reply, signInAnswer).member.id, role: 'member' as const };
    expect(await club.read('/points', nobody, clubPoints)).toMatchObject({ balance: 0, expiring: [] });
    expect((await club.read('/points/entries', nobody, clubPointsEntryList)).items).toEqual([]);
  });

  it('are spent by exactly as many of two hundred exchanges as the balance holds', async () => {
    const { memberId } = elderMember;
    const outcomes = await Promise.allSettled(Array.from({ length: 200 }, () => spend(memberId, 200)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await club.read('/points', actors.elder, clubPoints)).toMatchObject({ balance: 80 });
  });

  it('run out by the clock: nobody spends them after their moment, and reading writes it down once', async () => {
    const { memberId } = unverifiedMember;
    const now = Date.now();
    await inTransaction(club.pool, (client) =>
      earnPoints(client, {
        memberId,
        points: 50,
        reason: '限时活动',
        request: requestOf(),
        at: new Date(now - 20_000),
        expiresAt: new Date(now - 10_000),
      }),
    );
    await expect(spend(memberId, 120)).rejects.toMatchObject({ code: 'POINTS_NOT_ENOUGH' });
    const read = await Promise.all(
      Array.from({ length: 10 }, () => club.read('/points', actors.basicMember, clubPoints)),
    );
    expect(new Set(read.map(({ balance }) => balance))).toEqual(new Set([100]));
    const { items } = await club.read('/points/entries', actors.basicMember, clubPointsEntryList);
    expect(items.map(({ points }) => points)).toEqual([-50, 50, 100]);
    expect(items[0]?.reason).toContain('积分到期');
  });
});

describe('partner shops', () => {
  it('are found nearest first, page by page, without those that are closed for good', async () => {
    const here = 'latitude=36.6567&longitude=117.1217';
    const all = await club.read(`/stores?${here}&limit=100`, actors.member, clubStoreList);
    const distances = all.items.map(({ distanceMetres }) => distanceMetres ?? -1);
    expect(distances[0]).toBe(0);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(all.items).toHaveLength(11);
    const first = await club.read(`/stores?${here}&limit=4`, actors.member, clubStoreList);
    const next = await club.read(
      `/stores?${here}&limit=100&cursor=${first.nextCursor ?? ''}`,
      actors.member,
      clubStoreList,
    );
    expect([...first.items, ...next.items].map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
  });

  it('are found by service, for anybody signed, and cover every kind', async () => {
    const all = await club.read('/stores?limit=100', actors.system, clubStoreList);
    expect(all.items.every(({ distanceMetres }) => distanceMetres === null)).toBe(true);
    const kinds = new Set(all.items.flatMap(({ services }) => services));
    expect(kinds.size).toBe(11);
    for (const kind of kinds) {
      const some = await club.read(`/stores?service=${kind}&limit=100`, actors.clerk, clubStoreList);
      expect(some.items.length).toBeGreaterThan(0);
      expect(some.items.every(({ services }) => services.includes(kind))).toBe(true);
    }
  });

  it('are as many as every screen says of a service, and those alone that do it', async () => {
    const { items: services } = await club.read('/services?limit=100', actors.member, serviceList);
    const said = new Map(services.map(({ id, storeCount }) => [id, storeCount]));
    for (const id of said.keys()) {
      const { items } = await club.read(`/stores?serviceId=${id}&limit=100`, actors.member, clubStoreList);
      expect([id, items.length]).toEqual([id, said.get(id)]);
    }
    const ofKind = await club.read('/stores?service=carWash&limit=100', actors.member, clubStoreList);
    expect(said.get('svc_wash_fine')).toBeLessThan(ofKind.items.length);
    const { items } = await club.read('/mall/items?limit=100', actors.member, mallItemList);
    expect(items.map(({ storeCount }) => storeCount)).toEqual(
      items.map(({ serviceId }) => said.get(serviceId)),
    );
    const { items: vouchers } = await club.read('/vouchers?limit=100', actors.member, clubVoucherList);
    for (const { id } of vouchers) {
      const detail = await club.read(`/vouchers/${id}`, actors.member, clubVoucherDetail);
      expect([detail.title, detail.storeCount]).toEqual([detail.title, said.get(detail.serviceId)]);
      expect(detail.stores).toHaveLength(Math.min(20, detail.storeCount));
    }
  });

  it.each(['latitude=36', 'latitude=95&longitude=1', 'service=coffee', 'limit=0', 'cursor=zzz', 'near=me'])(
    'are not looked for with %s',
    async (query) => {
      expect(refusalOf(await club.send('GET', `/stores?${query}`, { as: actors.member }))).toEqual([
        422,
        'INVALID_INPUT',
      ]);
    },
  );

  it.each([
    ['2026-11-22 08:00', 480, 1200, '{1,2,3,4,5,6,7}', true],
    ['2026-11-22 20:00', 480, 1200, '{1,2,3,4,5,6,7}', false],
    ['2026-11-22 03:00', 0, 1440, '{1,2,3,4,5,6,7}', true],
    ['2026-11-23 01:00', 1080, 1560, '{7}', true],
    ['2026-11-23 02:30', 1080, 1560, '{7}', false],
    ['2026-11-22 01:00', 1080, 1560, '{7}', false],
    ['2026-11-23 12:00', 480, 1200, '{7}', false],
  ])('at %s, open from minute %i to %i on %s: %s', async (at, opens, closes, weekdays, open) => {
    const { rows } = await club.pool.query<{ open: boolean }>(
      `select open_at($1::timestamp at time zone 'Asia/Shanghai', $2::smallint, $3::smallint, $4::smallint[]) as open`,
      [at, opens, closes, weekdays],
    );
    expect(rows[0]?.open).toBe(open);
  });
});
