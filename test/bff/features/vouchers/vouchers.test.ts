import { anonymous } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Voucher {
  id: string;
  state: string;
  usesLeft: number;
  code: string | null;
  stores: unknown[];
  redemptions: unknown[];
  terms: unknown;
}
interface Shown {
  qr: string;
  shortCode: string;
  expiresAt: string;
}

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

async function voucherIn(state: string): Promise<string> {
  const { body } = await product.member.get<{ items: Voucher[] }>(`/vouchers?state=${state}`);
  expect(body.items.every((voucher) => voucher.state === state)).toBe(true);
  const [first] = body.items;
  if (!first) throw new Error(`the demonstration has a voucher that is ${state}`);
  return first.id;
}

describe('vouchers', () => {
  test('of every state are there, with their uses', async () => {
    const redeemed = await voucherIn('redeemed');
    await voucherIn('expired');
    const { body } = await product.member.get<Voucher>(`/vouchers/${redeemed}`);
    expect(body).toMatchObject({ usesLeft: 0, terms: expect.anything() });
    expect(body.redemptions.length).toBeGreaterThan(0);
  });

  test('are shown as a QR and eight digits for a minute, again and again', async () => {
    const path = `/vouchers/${await voucherIn('active')}/presentations`;
    const first = await product.member.post<Shown>(path);
    const second = await product.member.post<Shown>(path, {});
    for (const { status, body } of [first, second]) {
      expect(status).toBe(201);
      expect(body.shortCode).toMatch(/^\d{8}$/);
      const lives = Date.parse(body.expiresAt) - Date.now();
      expect(lives).toBeGreaterThan(30_000);
      expect(lives).toBeLessThan(70_000);
    }
    expect(second.body.qr).not.toBe(first.body.qr);
  });

  test('that are used up or lapsed are not shown, with the reason', async () => {
    const redeemed = await product.member.post(`/vouchers/${await voucherIn('redeemed')}/presentations`);
    expect([redeemed.status, redeemed.body.code]).toEqual([409, 'VOUCHER_ALREADY_REDEEMED']);
    const expired = await product.member.post(`/vouchers/${await voucherIn('expired')}/presentations`);
    expect([expired.status, expired.body.code, expired.body.detail]).toEqual([
      409,
      'VOUCHER_EXPIRED',
      '这张券已经过期了，不能再出示',
    ]);
  });

  test('of somebody else do not exist', async () => {
    const id = await voucherIn('active');
    expect((await product.other.get(`/vouchers/${id}`)).status).toBe(404);
    expect((await product.other.post(`/vouchers/${id}/presentations`)).status).toBe(404);
    expect((await anonymous(product.stack).get(`/vouchers/${id}`)).status).toBe(401);
    expect((await anonymous(product.stack).post(`/vouchers/${id}/presentations`)).status).toBe(401);
  });

  test('refuse bad input', async () => {
    const path = `/vouchers/${await voucherIn('active')}/presentations`;
    expect((await product.member.post(path, { seconds: 600 })).body.code).toBe('INVALID_INPUT');
    const json = { 'Content-Type': 'application/json' };
    expect((await product.member.send('POST', path, { raw: '{', headers: json })).status).toBe(400);
    expect(
      (await product.member.send('POST', path, { raw: 'x', headers: { 'Content-Type': 'text/plain' } }))
        .status,
    ).toBe(415);
    expect((await product.member.get('/vouchers?state=lost')).status).toBe(422);
  });

  test('stay readable while the club is away; showing one is not possible, and never uncertain', async () => {
    const id = await voucherIn('active');
    await product.member.get(`/vouchers/${id}`);
    product.club.break('away');
    expect((await product.member.get(`/vouchers/${id}`)).body).toMatchObject({ id, stale: true });
    expect((await product.member.get('/vouchers?state=active')).body).toMatchObject({ stale: true });
    product.club.break('answerLost');
    const shown = await product.member.post(`/vouchers/${id}/presentations`);
    expect([shown.status, shown.body.code]).toEqual([503, 'UPSTREAM_AWAY']);
  });
});
