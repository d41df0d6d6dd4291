import {
  clubGiftDetail,
  clubGiftList,
  clubOrderList,
  clubVoucherDetail,
  clubVoucherList,
  giftClaim,
  presentation,
} from '../../../../bff/upstream/club/contract';
import { actors } from './actors';
import { isReplay, newKey, parse, refusalOf, startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

const claim = (
  giftId: string,
  { as = actors.member as (typeof actors)[keyof typeof actors], key = newKey() } = {},
) => club.send('POST', `/gifts/${giftId}/claim`, { as, key });

async function giftOf(title: string): Promise<string> {
  const gifts = await club.read('/gifts?limit=100', actors.member, clubGiftList);
  return gifts.items.find((gift) => gift.title === title)?.id ?? '';
}

describe('a gift', () => {
  it('shows everything before it is claimed: what, where, limits, extra cost, how long', async () => {
    const gift = await club.read(`/gifts/${await giftOf('冬季用车礼包')}`, actors.member, clubGiftDetail);
    expect(gift).toMatchObject({ state: 'offered', claimedAt: null, basis: 'courtesy' });
    expect(gift.contents.map(({ title, quantity }) => [title, quantity])).toEqual([
      ['普通洗车', 2],
      ['冬季安全检测', 1],
      ['加油优惠', 2],
    ]);
    expect(gift.contents[0]?.terms.extraCost).toContain('七座车洗车每次补 ¥10.00');
    expect(
      gift.contents.every(({ storeCount, stores }) => storeCount > 0 && stores.length === storeCount),
    ).toBe(true);
    expect(gift.contents[0]?.stores.some(({ name }) => name.includes('装修中'))).toBe(false);
  });

  it('is listed by state, page by page, and only to its owner', async () => {
    const offered = await club.read('/gifts?state=offered', actors.member, clubGiftList);
    expect(offered.items.map(({ title }) => title)).toEqual(['冬季用车礼包', '车主关怀礼包']);
    const first = await club.read('/gifts?state=offered&limit=1', actors.member, clubGiftList);
    const second = await club.read(
      `/gifts?state=offered&limit=1&cursor=${first.nextCursor ?? ''}`,
      actors.member,
      clubGiftList,
    );
    expect([...first.items, ...second.items]).toEqual(offered.items);
    expect(second.nextCursor).toBeNull();
    const expired = await club.read('/gifts?state=expired', actors.member, clubGiftList);
    expect(expired.items.map(({ title }) => title)).toEqual(['夏季清凉礼包']);
    const path = `/gifts/${await giftOf('冬季用车礼包')}`;
    expect(refusalOf(await club.send('GET', path, { as: actors.elder }))).toEqual([404, 'NOT_FOUND']);
    expect(refusalOf(await club.send('GET', '/gifts?state=lost', { as: actors.member }))).toEqual([
      422,
      'INVALID_INPUT',
    ]);
  });

  it('is claimed once by two hundred requests at once', async () => {
    const giftId = await giftOf('车主关怀礼包');
    const replies = await Promise.all(Array.from({ length: 200 }, () => claim(giftId)));
    const won = replies.filter((reply) => reply.status === 201);
    expect(won).toHaveLength(1);
    expect(
      new Set(replies.filter((reply) => reply.status !== 201).map((reply) => refusalOf(reply).join(' '))),
    ).toEqual(new Set(['409 GIFT_ALREADY_CLAIMED']));
  });

  it('becomes an order with its vouchers; a repeat is the same answer even after one was used', async () => {
    const giftId = await giftOf('冬季用车礼包');
    const key = newKey();
    const first = await claim(giftId, { key });
    const { gift, vouchers } = parse(first, giftClaim);
    expect(gift.state).toBe('claimed');
    expect(vouchers.map(({ title, usesLeft }) => [title, usesLeft])).toEqual([
      ['普通洗车', 1],
      ['普通洗车', 1],
      ['冬季安全检测', 1],
      ['加油优惠 2 次', 2],
    ]);
    await club.pool.query(`update vouchers set valid_until = now() where id = $1`, [vouchers[0]?.id]);
    const again = await claim(giftId, { key });
    expect(again.status).toBe(201);
    expect(isReplay(again)).toBe(true);
    expect(parse(again, giftClaim).vouchers.map(({ id, state }) => [id, state])).toEqual(
      vouchers.map(({ id }) => [id, 'active']),
    );
    expect(refusalOf(await claim(await giftOf('车主关怀礼包'), { key }))).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    const orders = await club.read('/orders', actors.member, clubOrderList);
    expect(orders.items[0]).toMatchObject({ kind: 'gift', vouchers: [{}, {}, {}, {}] });
  });

  it('lives to the end of its last day in Shanghai', async () => {
    const orders = await club.read('/orders', actors.member, clubOrderList);
    const ends = orders.items.flatMap(({ vouchers }) =>
      vouchers.map(({ validUntil }) => validUntil.slice(10)),
    );
    expect(ends.filter((end) => end === 'T00:00:00.000+08:00').length).toBeGreaterThan(ends.length - 2);
  });

  it.each([['夏季清凉礼包', 'GIFT_EXPIRED']])('past its last day (%s) is refused', async (title, code) => {
    expect(refusalOf(await claim(await giftOf(title)))).toEqual([409, code]);
  });

  it('of somebody else is not found, and a claim needs a request id and no body', async () => {
    const giftId = await giftOf('夏季清凉礼包');
    expect(refusalOf(await claim(giftId, { as: actors.elder }))).toEqual([404, 'NOT_FOUND']);
    const keyless = await club.send('POST', `/gifts/${giftId}/claim`, { as: actors.member });
    expect(refusalOf(keyless)).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED']);
    const withBody = await club.send('POST', `/gifts/${giftId}/claim`, {
      as: actors.member,
      key: newKey(),
      body: { points: 1 },
    });
    expect(refusalOf(withBody)).toEqual([422, 'INVALID_INPUT']);
  });
});

describe('vouchers', () => {
  it('stand in every state a person can meet', async () => {
    const all = await club.read('/vouchers?limit=100', actors.member, clubVoucherList);
    const states = new Set(all.items.map(({ state }) => state));
    expect([...states].sort()).toEqual(['active', 'expired', 'redeemed']);
    const partly = all.items.find(({ usesTotal }) => usesTotal === 5);
    expect(partly).toMatchObject({ usesLeft: 3, state: 'active', basis: 'policyRider' });
    const bound = all.items.filter(({ vehicle }) => vehicle !== null);
    expect(bound.map(({ vehicle }) => vehicle?.plate).sort()).toEqual(['鲁A7K315', '鲁AD52816']);
    for (const state of states) {
      const some = await club.read(`/vouchers?state=${state}&limit=100`, actors.member, clubVoucherList);
      expect(some.items).toEqual(all.items.filter((voucher) => voucher.state === state));
    }
  });

  it('of somebody else are neither read nor shown', async () => {
    const own = await club.read('/vouchers?state=active', actors.member, clubVoucherList);
    const path = `/vouchers/${own.items[0]?.id ?? ''}`;
    expect(refusalOf(await club.send('GET', path, { as: actors.elder }))).toEqual([404, 'NOT_FOUND']);
    expect(refusalOf(await club.send('POST', `${path}/presentations`, { as: actors.elder }))).toEqual([
      404,
      'NOT_FOUND',
    ]);
  });

  it('are shown for a minute, each time anew, and not when used or expired', async () => {
    const [voucher] = (await club.read('/vouchers?state=active', actors.member, clubVoucherList)).items;
    const show = () =>
      club.send('POST', `/vouchers/${voucher?.id ?? ''}/presentations`, { as: actors.member });
    const [one, two] = [parse(await show(), presentation), parse(await show(), presentation)];
    expect(one.qr).not.toBe(two.qr);
    expect(one.shortCode).toMatch(/^\d{8}$/);
    const detail = await club.read(`/vouchers/${voucher?.id ?? ''}`, actors.member, clubVoucherDetail);
    const seconds = (Date.parse(two.expiresAt) - Date.parse(detail.asOf)) / 1000;
    expect(seconds).toBeGreaterThan(55);
    expect(seconds).toBeLessThanOrEqual(60);
    for (const [state, code] of [
      ['redeemed', 'VOUCHER_ALREADY_REDEEMED'],
      ['expired', 'VOUCHER_EXPIRED'],
    ] as const) {
      const [gone] = (await club.read(`/vouchers?state=${state}`, actors.member, clubVoucherList)).items;
      const refused = await club.send('POST', `/vouchers/${gone?.id ?? ''}/presentations`, {
        as: actors.member,
      });
      expect(refusalOf(refused)).toEqual([409, code]);
    }
  });

  it('get different numbers when twenty screens ask at once', async () => {
    const [voucher] = (await club.read('/vouchers?state=active', actors.member, clubVoucherList)).items;
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        club.send('POST', `/vouchers/${voucher?.id ?? ''}/presentations`, { as: actors.member }),
      ),
    );
    expect(new Set(replies.map((reply) => parse(reply, presentation).qr)).size).toBe(20);
  });
});
