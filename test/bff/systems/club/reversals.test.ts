import {
  clubRedemptionAnswer,
  clubRedemptionList,
  clubVoucherDetail,
  merchantSummary,
} from '../../../../bff/upstream/club/contract';
import { actors, stores } from './actors';
import { counterSteps } from './counter-steps';
import { settlementSteps } from './settlement-steps';
import { isReplay, newKey, parse, refusalOf, startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

const { close } = settlementSteps(() => club);
const { confirm, issue, scan, redeemed, reverse, lookUp, present } = counterSteps(() => club);
const voucher = (id: string) => club.read(`/vouchers/${id}`, actors.member, clubVoucherDetail);

/** Half an hour passes for one redemption; the guard that keeps it as it is has to be lifted for that. */
async function halfAnHourPasses(redemptionId: string): Promise<void> {
  await club.pool.query('alter table redemptions disable trigger user');
  await club.pool.query(`update redemptions set at = at - interval '30 minutes' where id = $1`, [
    redemptionId,
  ]);
  await club.pool.query('alter table redemptions enable trigger user');
}

describe('undoing', () => {
  it('gives the use back under its own number, once; a repeat is the same answer', async () => {
    const id = await issue('svc_wash', 3);
    const first = await redeemed({ scanToken: await scan(id) });
    const second = await redeemed({ scanToken: await scan(id), expectedUsesLeft: 2 });
    const key = newKey();
    const undone = await reverse(first.id, { key });
    expect(parse(undone, clubRedemptionAnswer).redemption).toMatchObject({
      state: 'reversed',
      usesLeft: 2,
      reversibleUntil: null,
    });
    const again = await reverse(first.id, { key });
    expect([again.status, again.text, isReplay(again)]).toEqual([201, undone.text, true]);
    expect(refusalOf(await reverse(first.id, { key, reason: '另一个原因' }))).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(refusalOf(await reverse(first.id))).toEqual([409, 'ALREADY_REVERSED']);
    const third = await redeemed({ scanToken: await scan(id), expectedUsesLeft: 2 });
    expect([first.useNo, second.useNo, third.useNo]).toEqual([1, 2, 1]);
  });

  it('has one effect when twenty ask at once', async () => {
    const { id } = await redeemed({ scanToken: await scan(await issue()) });
    const replies = await Promise.all(Array.from({ length: 20 }, () => reverse(id)));
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
    expect(replies.filter((reply) => reply.status !== 201).map(refusalOf)).toEqual(
      Array(19).fill([409, 'ALREADY_REVERSED']),
    );
  });

  it('brings an amount back and lets an expired voucher live seven days more', async () => {
    const id = await issue('svc_fuel', 2);
    const { id: redemptionId } = await redeemed({ scanToken: await scan(id), saleAmountFen: 20_000 });
    await club.pool.query(`update vouchers set valid_until = now() - interval '1 day' where id = $1`, [id]);
    expect((await voucher(id)).state).toBe('expired');
    expect((await reverse(redemptionId)).status).toBe(201);
    const restored = await voucher(id);
    expect(restored).toMatchObject({ state: 'active', usesLeft: 2, amountLeftFen: 6000 });
    const days = (Date.parse(restored.validUntil) - Date.parse(restored.asOf)) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
    expect((await confirm({ scanToken: await scan(id), saleAmountFen: 20_000 })).status).toBe(201);
  });

  it('is the clerk’s for half an hour and then the owner’s, until the line is in a settlement', async () => {
    const late = await redeemed({ scanToken: await scan(await issue()) });
    await halfAnHourPasses(late.id);
    expect(refusalOf(await reverse(late.id))).toEqual([409, 'REVERSAL_WINDOW_CLOSED']);
    expect((await reverse(late.id, { as: actors.owner })).status).toBe(201);
    const settled = await redeemed({ scanToken: await scan(await issue()) });
    await close();
    expect(refusalOf(await reverse(settled.id, { as: actors.owner }))).toEqual([409, 'SETTLEMENT_LOCKED']);
  });

  it('of another merchant’s, of a store where the clerk does not work, or of nothing is not found', async () => {
    const { id } = await redeemed({ scanToken: await scan(await issue()) });
    expect(refusalOf(await reverse(id, { as: actors.otherClerk }))).toEqual([404, 'NOT_FOUND']);
    const owners = await redeemed(
      { scanToken: await scan(await issue(), actors.owner), storeId: stores.third },
      { as: actors.owner },
    );
    expect(refusalOf(await reverse(owners.id))).toEqual([404, 'NOT_FOUND']);
    expect(refusalOf(await reverse('nothing'))).toEqual([404, 'NOT_FOUND']);
    expect(refusalOf(await reverse(id, { reason: '' }))).toEqual([422, 'INVALID_INPUT']);
  });
});

describe('what became of a request', () => {
  const byRequest = (key: string, as = actors.clerk as typeof actors.clerk | typeof actors.owner) =>
    club.send('GET', `/merchant/redemptions/by-request/${key}`, { as });

  it('is told to its clerk and the owner as it is now, and to nobody else', async () => {
    const key = newKey();
    const done = await redeemed({ scanToken: await scan(await issue()) }, { key });
    expect(parse(await byRequest(key), clubRedemptionAnswer).redemption).toEqual(done);
    const ownersView = parse(await byRequest(key, actors.owner), clubRedemptionAnswer).redemption;
    expect(ownersView.id).toBe(done.id);
    const undoKey = newKey();
    await reverse(done.id, { key: undoKey });
    for (const asked of [key, undoKey]) {
      expect(parse(await byRequest(asked), clubRedemptionAnswer).redemption.state).toBe('reversed');
    }
    const foreign = await club.send('GET', `/merchant/redemptions/by-request/${key}`, {
      as: actors.otherClerk,
    });
    expect(refusalOf(foreign)).toEqual([404, 'NOT_FOUND']);
    expect(refusalOf(await byRequest(newKey()))).toEqual([404, 'NOT_FOUND']);
    expect(refusalOf(await byRequest('short'))).toEqual([422, 'INVALID_INPUT']);
  });

  it('of a request that was refused is nothing', async () => {
    const { qr } = await present(await issue());
    await club.pool.query('update presentations set expires_at = now()');
    const key = newKey();
    expect(refusalOf(await confirm({ code: qr }, { key }))).toEqual([409, 'PRESENTATION_EXPIRED']);
    expect(refusalOf(await byRequest(key))).toEqual([404, 'NOT_FOUND']);
  });
});

describe('the day at a glance', () => {
  it('lists and sums what the own stores did today, page by page', async () => {
    const summary = await club.read('/merchant/summary', actors.owner, merchantSummary);
    const seen = [];
    let cursor = '';
    do {
      const page = await club.read(
        `/merchant/redemptions?limit=3${cursor}`,
        actors.owner,
        clubRedemptionList,
      );
      seen.push(...page.items);
      cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
    } while (cursor);
    const standing = seen.filter(({ state }) => state === 'confirmed');
    expect(summary).toMatchObject({
      redemptions: standing.length,
      reversed: seen.length - standing.length,
      settlementFen: standing.reduce((sum, { settlementFen }) => sum + settlementFen, 0),
    });
    expect(seen.map(({ at }) => at)).toEqual(
      seen
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  });

  it('knows other days and single stores, and no foreign ones', async () => {
    const past = await club.read('/merchant/redemptions?date=2020-01-01', actors.owner, clubRedemptionList);
    expect(past.items).toEqual([]);
    const third = await club.read(
      `/merchant/redemptions?storeId=${stores.third}`,
      actors.owner,
      clubRedemptionList,
    );
    expect(third.items).toHaveLength(1);
    const path = `/merchant/redemptions?storeId=${stores.third}`;
    expect(refusalOf(await club.send('GET', path, { as: actors.clerk }))).toEqual([404, 'STORE_NOT_FOUND']);
    const summary = await club.send('GET', `/merchant/summary?storeId=${stores.third}`, {
      as: actors.otherClerk,
    });
    expect(refusalOf(summary)).toEqual([404, 'STORE_NOT_FOUND']);
    expect(
      refusalOf(await club.send('GET', '/merchant/redemptions?date=today', { as: actors.owner })),
    ).toEqual([422, 'INVALID_INPUT']);
    expect(refusalOf(await lookUp('x'))).toEqual([404, 'VOUCHER_NOT_FOUND']);
  });
});
