import { randomUUID } from 'node:crypto';
import { badInputs } from '../bad-input';
import { anonymous, type Caller } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Transfer {
  id: string;
  state: string;
  direction: string;
  token: string | null;
  otherNameMasked: string | null;
}
interface Voucher {
  id: string;
  state: string;
  transferable: boolean;
  usesTotal: number;
}

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

async function giveable(caller: Caller = product.member): Promise<string> {
  const { body } = await caller.get<{ items: Voucher[] }>('/vouchers?state=active&limit=100');
  const found = body.items.find(({ transferable }) => transferable);
  if (!found) throw new Error('the demonstration has a voucher that can be given away');
  return found.id;
}

describe('giving a voucher away', () => {
  test('reaches another member under masked names, after a lost answer too, and both see it', async () => {
    const id = await giveable();
    const key = randomUUID();
    product.club.break('answerLost', { method: 'POST', path: /transfers$/ });
    const lost = await product.member.post(`/vouchers/${id}/transfers`, { hours: 48 }, key);
    expect([lost.status, lost.body.code]).toEqual([504, 'OUTCOME_UNKNOWN']);
    product.club.heal();
    const found = await product.member.post<{ transfer: Transfer }>(
      `/vouchers/${id}/transfers`,
      { hours: 48 },
      key,
    );
    expect([found.status, found.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    const { token, id: transferId } = found.body.transfer;
    const seen = await product.other.post('/transfers/preview', { token });
    expect(seen.body).toMatchObject({ state: 'offered', giverNameMasked: '张*', own: false });
    expect(JSON.stringify(seen.body)).not.toContain('张建国');
    const taken = await product.other.post<{ transfer: Transfer; voucher: Voucher }>(
      '/transfers/acceptance',
      { token },
    );
    expect(taken.status).toBe(201);
    expect(taken.body.transfer).toMatchObject({ direction: 'received', otherNameMasked: '张*' });
    const mine = await product.member.get<{ items: Transfer[] }>('/transfers');
    expect(mine.body.items[0]).toMatchObject({ id: transferId, direction: 'given', state: 'accepted' });
    const late = await product.member.send('DELETE', `/transfers/${transferId}`);
    expect([late.status, late.body.code, late.body.detail]).toEqual([
      409,
      'TRANSFER_ALREADY_ACCEPTED',
      '这张券已经被领走了',
    ]);
    const again = await product.other.post(`/vouchers/${taken.body.voucher.id}/transfers`, {});
    expect([again.status, again.body.code]).toEqual([409, 'TRANSFER_ONCE_ONLY']);
  });

  test('shows a visitor with the link what it stands for, and nothing without it', async () => {
    const id = await giveable();
    const made = await product.member.post<{ transfer: Transfer }>(`/vouchers/${id}/transfers`);
    const { token, id: transferId } = made.body.transfer;
    const nobody = anonymous(product.stack);
    const seen = await nobody.post('/transfers/visitor-preview', { token });
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({ state: 'offered', giverNameMasked: '张*', own: false });
    expect(JSON.stringify(seen.body)).not.toMatch(/张建国|"code"/);
    const guessed = await nobody.post('/transfers/visitor-preview', { token: 'x'.repeat(43) });
    expect([guessed.status, guessed.body.code]).toEqual([404, 'NOT_FOUND']);
    expect((await nobody.post('/transfers/acceptance', { token })).status).toBe(401);
    await product.member.send('DELETE', `/transfers/${transferId}`);
  });

  test('is taken back, twice without harm, and belongs to its giver alone', async () => {
    const id = await giveable();
    expect((await product.other.post(`/vouchers/${id}/transfers`, {})).status).toBe(404);
    const made = await product.member.post<{ transfer: Transfer }>(`/vouchers/${id}/transfers`);
    const path = `/transfers/${made.body.transfer.id}`;
    expect((await product.other.send('DELETE', path)).status).toBe(404);
    expect((await product.member.send('DELETE', path)).status).toBe(204);
    expect((await product.member.send('DELETE', path)).status).toBe(204);
    const late = await product.other.post('/transfers/acceptance', { token: made.body.transfer.token });
    expect([late.status, late.body.detail]).toEqual([409, '赠送人已经收回了这张券']);
    expect((await anonymous(product.stack).get('/transfers')).status).toBe(401);
  });

  test.each(badInputs)('refuses %s', async (_name, status, code, sending) => {
    const route = { path: '/transfers/acceptance', body: { token: 'x'.repeat(43) }, required: 'token' };
    const reply = await product.member.send('POST', route.path, sending(route));
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('stays readable while the club is away', async () => {
    await product.member.get('/transfers');
    product.club.break('away');
    expect((await product.member.get('/transfers')).body).toMatchObject({ stale: true });
  });
});
