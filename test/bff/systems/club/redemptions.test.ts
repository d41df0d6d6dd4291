import { clubVoucherDetail } from '../../../../bff/upstream/club/contract';
import { problem } from '../../../../bff/http/contract';
import { actors, stores } from './actors';
import { counterSteps } from './counter-steps';
import { isReplay, newKey, parse, refusalOf, startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

const { present, looked, lookUp, confirm, issue, scan, redeemed } = counterSteps(() => club);
const voucher = (id: string) => club.read(`/vouchers/${id}`, actors.member, clubVoucherDetail);

/** Time passes for one voucher; the statement only ever compares with the database's clock. */
const age = (sql: string, voucherId: string) => club.pool.query(sql, [voucherId]);
const tenMinutesPass = (voucherId: string) =>
  age(
    `update vouchers set last_redeemed_at = last_redeemed_at - interval '10 minutes' where id = $1`,
    voucherId,
  );
const aMinutePasses = (voucherId: string) =>
  age(`update presentations set expires_at = now() where voucher_id = $1`, voucherId);
const lastDayPasses = (voucherId: string) =>
  age(`update vouchers set valid_until = now() where id = $1`, voucherId);

describe('looking up', () => {
  it('shows by QR, short code and 兑换码 the same voucher, and changes nothing', async () => {
    const id = await issue();
    const { qr, shortCode } = await present(id);
    const { code } = await voucher(id);
    const answers = await Promise.all(
      [qr, shortCode, code ?? '', (code ?? '').toLowerCase()].map((given) => looked(given)),
    );
    for (const answer of answers) {
      expect(answer.voucher).toMatchObject({
        title: '普通洗车',
        memberName: '张建国',
        redeemable: true,
        usesLeft: 1,
      });
      expect(answer.scanToken).not.toBeNull();
    }
    expect((await voucher(id)).usesLeft).toBe(1);
  });

  it('tells a typing mistake from a code that nobody has', async () => {
    const { code } = await voucher(await issue());
    const letters = (code ?? '').replaceAll('-', '');
    const slip = (letters.startsWith('A') ? 'B' : 'A') + letters.slice(1);
    expect(refusalOf(await lookUp(slip))).toEqual([422, 'CODE_MISTYPED']);
    expect(refusalOf(await lookUp(letters.slice(0, 13)))).toEqual([422, 'CODE_MISTYPED']);
    expect(refusalOf(await lookUp('00000000000000'))).toEqual([404, 'VOUCHER_NOT_FOUND']);
    expect(refusalOf(await lookUp('https://example.com/poster'))).toEqual([404, 'VOUCHER_NOT_FOUND']);
  });

  it('finds neither a forged QR nor a voucher of services another merchant has', async () => {
    const id = await issue();
    const { qr } = await present(id);
    const forged = qr.slice(0, -2) + (qr.endsWith('AA') ? 'BB' : 'AA');
    expect(refusalOf(await lookUp(forged))).toEqual([404, 'VOUCHER_NOT_FOUND']);
    expect(refusalOf(await lookUp(qr, actors.otherClerk))).toEqual([404, 'VOUCHER_NOT_FOUND']);
    const { code } = await voucher(id);
    expect(refusalOf(await lookUp(code ?? '', actors.otherClerk))).toEqual([404, 'VOUCHER_NOT_FOUND']);
  });

  it('keeps the two latest presentations, for a minute', async () => {
    const id = await issue();
    const shown = [await present(id), await present(id), await present(id)];
    const reasons = await Promise.all(shown.map(async ({ qr }) => (await looked(qr)).voucher.reason));
    expect(reasons).toEqual(['presentationExpired', null, null]);
    await aMinutePasses(id);
    const last = await looked(shown[2]?.qr ?? '');
    expect(last).toMatchObject({
      scanToken: null,
      voucher: { redeemable: false, reason: 'presentationExpired' },
    });
  });

  it('finds no 兑换码 for a service that wants the customer there, and gives its owner none', async () => {
    const id = await issue('svc_fuel');
    expect((await voucher(id)).code).toBeNull();
  });

  it('locks a clerk out after ten wrong short codes, and only from typing', async () => {
    const id = await issue();
    const { qr, shortCode } = await present(id);
    const guesses = Array.from({ length: 30 }, (_, index) => String(10_000_000 + index));
    const replies = await Promise.all(guesses.map((guess) => lookUp(guess, actors.owner)));
    const codes = replies.map((reply) => refusalOf(reply)[1]);
    expect(codes.filter((code) => code === 'VOUCHER_NOT_FOUND').length).toBeLessThanOrEqual(10);
    const locked = await lookUp(shortCode, actors.owner);
    expect(refusalOf(locked)).toEqual([429, 'CODE_ATTEMPTS_LOCKED']);
    expect(parse(locked, problem).retryAfterSeconds).toBeGreaterThan(3500);
    expect((await looked(qr, actors.owner)).voucher.redeemable).toBe(true);
    await club.pool.query(`update code_attempts set window_started_at = now() - interval '1 hour'`);
    expect((await looked(shortCode, actors.owner)).voucher.redeemable).toBe(true);
  });

  it('is refused for a store of somebody else, and for empty input', async () => {
    const { qr } = await present(await issue());
    expect(refusalOf(await lookUp(qr, actors.clerk, stores.third))).toEqual([404, 'STORE_NOT_FOUND']);
    expect(refusalOf(await lookUp('', actors.clerk))).toEqual([422, 'INVALID_INPUT']);
    expect(refusalOf(await lookUp(qr, { ...actors.clerk, clerkId: 'nobody' }))).toEqual([
      404,
      'STORE_NOT_FOUND',
    ]);
    expect(refusalOf(await lookUp(qr, { ...actors.clerk, merchantId: 'mch_youjia' }))).toEqual([
      404,
      'STORE_NOT_FOUND',
    ]);
  });
});

describe('confirming', () => {
  it('takes the use once; a repeat is the same answer, changed input is not', async () => {
    const id = await issue();
    const scanToken = await scan(id);
    const key = newKey();
    const first = await confirm({ scanToken }, { key });
    expect([first.status, isReplay(first)]).toEqual([201, false]);
    const again = await confirm({ scanToken }, { key });
    expect([again.status, again.text, isReplay(again)]).toEqual([201, first.text, true]);
    expect(refusalOf(await confirm({ scanToken, expectedUsesLeft: 1 }, { key }))).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(refusalOf(await confirm({ scanToken: 'garbage' }, { key }))).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    const detail = await voucher(id);
    expect(detail).toMatchObject({ state: 'redeemed', usesLeft: 0, code: null });
    expect(detail.redemptions).toMatchObject([{ useNo: 1, state: 'confirmed', store: { id: stores.first } }]);
  });

  it('tells a second request where and when, but another merchant nothing', async () => {
    const id = await issue();
    const scanToken = await scan(id);
    const first = await redeemed({ scanToken });
    const second = await confirm({ scanToken });
    expect(refusalOf(second)).toEqual([409, 'VOUCHER_ALREADY_REDEEMED']);
    expect(parse(second, problem)).toMatchObject({
      usedAt: { at: first.at, storeName: first.storeName, redemptionId: first.id },
    });
    expect(refusalOf(await confirm({ scanToken }, { as: actors.otherClerk }))).toEqual([
      404,
      'VOUCHER_NOT_FOUND',
    ]);
  });

  it('works by QR, by short code and by 兑换码 directly', async () => {
    const ids = [await issue(), await issue(), await issue()];
    const [byQr = '', byDigits = '', byCode = ''] = ids;
    const codes = [
      (await present(byQr)).qr,
      (await present(byDigits)).shortCode,
      (await voucher(byCode)).code ?? '',
    ];
    for (const code of codes) {
      const key = newKey();
      const first = await confirm({ code }, { key });
      expect(first.status).toBe(201);
      const again = await confirm({ code }, { key });
      expect([again.text, isReplay(again)]).toEqual([first.text, true]);
      expect(refusalOf(await confirm({ code }))).toEqual([409, 'VOUCHER_ALREADY_REDEEMED']);
    }
  });

  it('asks before a second use within ten minutes, which takes nothing until it is meant', async () => {
    const id = await issue('svc_wash', 5);
    await redeemed({ scanToken: await scan(id) });
    const scanToken = await scan(id);
    const refused = await confirm({ scanToken });
    expect(refusalOf(refused)).toEqual([409, 'RECENTLY_REDEEMED']);
    expect(parse(refused, problem)).toMatchObject({
      usesLeft: 4,
      recentUse: { storeName: expect.any(String) },
    });
    expect(refusalOf(await confirm({ scanToken, expectedUsesLeft: 5 }))).toEqual([409, 'RECENTLY_REDEEMED']);
    expect((await voucher(id)).usesLeft).toBe(4);
    const meant = await redeemed({ scanToken, expectedUsesLeft: 4 });
    expect(meant).toMatchObject({ useNo: 2, usesLeft: 3 });
    await tenMinutesPass(id);
    expect(await redeemed({ scanToken: await scan(id) })).toMatchObject({ useNo: 3, usesLeft: 2 });
  });

  it('wants a new scan when the voucher changed since it was looked at', async () => {
    const id = await issue('svc_wash', 5);
    const old = await scan(id);
    await redeemed({ scanToken: await scan(id) });
    await tenMinutesPass(id);
    expect(refusalOf(await confirm({ scanToken: old }))).toEqual([409, 'VOUCHER_CHANGED']);
  });

  it('refuses what has lapsed: the presentation, the scan, the voucher', async () => {
    const id = await issue();
    const { qr } = await present(id);
    const { scanToken } = await looked(qr);
    await aMinutePasses(id);
    expect(refusalOf(await confirm({ code: qr }))).toEqual([409, 'PRESENTATION_EXPIRED']);
    await lastDayPasses(id);
    expect(refusalOf(await confirm({ scanToken }))).toEqual([409, 'VOUCHER_EXPIRED']);
    expect(refusalOf(await confirm({ code: qr }))).toEqual([409, 'VOUCHER_EXPIRED']);
    const early = await issue();
    const fresh = await scan(early);
    await age(`update vouchers set valid_from = now() + interval '1 hour' where id = $1`, early);
    expect(refusalOf(await confirm({ scanToken: fresh }))).toEqual([409, 'VOUCHER_NOT_YET_VALID']);
  });

  it('lets a look-up outlive the QR it came from', async () => {
    const id = await issue();
    const scanToken = await scan(id);
    await aMinutePasses(id);
    expect((await confirm({ scanToken })).status).toBe(201);
  });

  it('uses a shown QR once, also for a voucher with uses left', async () => {
    const id = await issue('svc_wash', 5);
    const { qr } = await present(id);
    await redeemed({ code: qr });
    await tenMinutesPass(id);
    expect(refusalOf(await confirm({ code: qr }))).toEqual([409, 'PRESENTATION_EXPIRED']);
    expect((await looked(qr)).voucher.reason).toBe('presentationExpired');
  });

  it('is bound to the clerk and the store of the look-up', async () => {
    const { qr } = await present(await issue());
    const { scanToken } = await looked(qr, actors.clerk, stores.first);
    expect(refusalOf(await confirm({ scanToken }, { as: actors.owner }))).toEqual([404, 'VOUCHER_NOT_FOUND']);
    expect(refusalOf(await confirm({ scanToken, storeId: stores.second }))).toEqual([
      409,
      'SCAN_TOKEN_OTHER_STORE',
    ]);
    const open = await looked(qr);
    expect(refusalOf(await confirm({ scanToken: open.scanToken, storeId: stores.third }))).toEqual([
      404,
      'STORE_NOT_FOUND',
    ]);
  });

  it('says when this store does not serve it, or is stopped', async () => {
    const fuel = await scan(await issue('svc_fuel'));
    const elsewhere = await confirm({ scanToken: fuel, storeId: stores.second, saleAmountFen: 20_000 });
    expect(refusalOf(elsewhere)).toEqual([409, 'SERVICE_NOT_OFFERED']);
    const wash = await scan(await issue());
    await club.pool.query('update stores set suspended_at = now() where id = $1', [stores.second]);
    expect(refusalOf(await confirm({ scanToken: wash, storeId: stores.second }))).toEqual([
      409,
      'STORE_SUSPENDED',
    ]);
    await club.pool.query('update stores set suspended_at = null where id = $1', [stores.second]);
  });

  it.each([
    ['neither code nor token', {}],
    ['both', { scanToken: 'a', code: 'b' }],
    ['a negative sale', { scanToken: 'a', saleAmountFen: -1 }],
    ['an unknown field', { scanToken: 'a', settlementFen: 1 }],
  ])('is refused with %s', async (_name, body) => {
    expect(refusalOf(await confirm(body))).toEqual([422, 'INVALID_INPUT']);
  });

  it('is for counters only', async () => {
    expect(refusalOf(await confirm({ scanToken: 'a' }, { as: actors.member }))).toEqual([
      403,
      'ACTOR_NOT_ALLOWED',
    ]);
  });
});

describe('a voucher by amount', () => {
  it('takes its discount off the sale, never beyond the cap of a use or what is left', async () => {
    const id = await issue('svc_fuel', 4);
    await age(`update vouchers set amount_total_fen = 7000, amount_left_fen = 7000 where id = $1`, id);
    const use = async (saleAmountFen: number) => {
      const done = await redeemed({ scanToken: await scan(id), saleAmountFen });
      await tenMinutesPass(id);
      return [done.discountFen, done.customerPaysFen, done.settlementFen];
    };
    expect(await use(26_800)).toEqual([2680, 24_120, 2680]);
    expect(await use(50_000)).toEqual([3000, 47_000, 3000]);
    expect(await use(50_000)).toEqual([1320, 48_680, 1320]);
    expect(await voucher(id)).toMatchObject({ state: 'redeemed', amountLeftFen: 0, usesLeft: 1 });
  });

  it('needs the sale amount, and no other voucher takes one', async () => {
    const fuel = await scan(await issue('svc_fuel', 2));
    expect(refusalOf(await confirm({ scanToken: fuel }))).toEqual([422, 'INVALID_INPUT']);
    expect(refusalOf(await confirm({ scanToken: fuel, saleAmountFen: 9 }))).toEqual([422, 'INVALID_INPUT']);
    const wash = await scan(await issue());
    expect(refusalOf(await confirm({ scanToken: wash, saleAmountFen: 100 }))).toEqual([422, 'INVALID_INPUT']);
    expect((await confirm({ scanToken: wash })).status).toBe(201);
  });
});
