import { anonymous } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Balance {
  balance: number;
  expiring: { points: number; at: string }[];
}
interface Entries {
  items: { id: string; at: string; points: number; balanceAfter: number }[];
  nextCursor: string | null;
}

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

describe('points', () => {
  test('each entry explains the balance after it, back to the first', async () => {
    const { body: balance } = await product.member.get<Balance>('/points');
    const entries: Entries['items'] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await product.member.get<Entries>(`/points/entries?limit=10${next}`);
      entries.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(entries.length).toBeGreaterThan(10);
    expect(entries[0]?.balanceAfter).toBe(balance.balance);
    expect(entries.reduce((sum, { points }) => sum + points, 0)).toBe(balance.balance);
    const ends = balance.expiring.map(({ at }) => Date.parse(at));
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
  });

  test('belong to one person', async () => {
    const mine = await product.member.get<Entries>('/points/entries?limit=100');
    const theirs = await product.other.get<Entries>('/points/entries?limit=100');
    const ids = new Set(mine.body.items.map(({ id }) => id));
    expect(theirs.body.items.some(({ id }) => ids.has(id))).toBe(false);
    const { nextCursor } = (await product.member.get<Entries>('/points/entries?limit=1')).body;
    const borrowed = await product.other.get<Entries>(
      `/points/entries?cursor=${encodeURIComponent(nextCursor ?? '')}`,
    );
    expect((borrowed.body.items ?? []).some(({ id }) => ids.has(id))).toBe(false);
    expect((await anonymous(product.stack).get('/points')).status).toBe(401);
  });

  test.each(['limit=-1', 'cursor=%00', 'reason=x'])('refuse the query %s', async (query) => {
    expect((await product.member.get(`/points/entries?${query}`)).status).toBe(422);
  });

  test('are shown as last known while the club is away', async () => {
    const before = await product.member.get<Balance>('/points');
    await product.member.get('/points/entries');
    product.club.break('away');
    const after = await product.member.get<Balance>('/points');
    expect(after.body).toMatchObject({ balance: before.body.balance, stale: true });
    expect((await product.member.get('/points/entries')).body).toMatchObject({ stale: true });
  });
});
