import { anonymous } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Summary {
  id: string;
  policyNo: string;
  status: string;
  myRoles: string[];
  vehicle: { plate: string };
}
interface List {
  items: Summary[];
  nextCursor: string | null;
  asOf: string;
  stale?: boolean;
}

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

async function firstPolicy(): Promise<Summary> {
  const { body } = await product.member.get<List>('/policies');
  const [first] = body.items;
  if (!first) throw new Error('the demonstration has policies');
  return first;
}

describe('policies', () => {
  test('a verified member sees the own ones with plate and number in full', async () => {
    const { status, body, headers } = await product.member.get<List>('/policies');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.items.filter((one) => one.status === 'active')).toHaveLength(4);
    expect(body.items.some((one) => one.status === 'expired')).toBe(true);
    expect(body.items.every((one) => one.myRoles.length > 0)).toBe(true);
    expect(new Set(body.items.map((one) => one.vehicle.plate))).toContain('鲁A7K315');
    expect(body.asOf).toMatch(/\+08:00$/);
    expect(body.stale).toBeUndefined();
  });

  test('can be paged and filtered', async () => {
    const first = await product.member.get<List>('/policies?limit=2');
    expect(first.body.items).toHaveLength(2);
    const second = await product.member.get<List>(
      `/policies?limit=2&cursor=${encodeURIComponent(first.body.nextCursor ?? '')}`,
    );
    const ids = [...first.body.items, ...second.body.items].map((one) => one.id);
    expect(new Set(ids).size).toBe(4);
    const expired = await product.member.get<List>('/policies?status=expired');
    expect(new Set(expired.body.items.map((one) => one.status))).toEqual(new Set(['expired']));
  });

  test('in detail hide the names and numbers of the people on them', async () => {
    const { id } = await firstPolicy();
    const { status, body } = await product.member.get(`/policies/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, insured: { nameMasked: '张*' } });
    const text = JSON.stringify(body);
    expect(text).not.toContain('张建国');
    expect(text).not.toContain('370102198603142015');
    expect(text).not.toMatch(/LSVDEM600J2010001|LGXCEM616P0120002/);
    expect(String(body.vinMasked)).toMatch(/^L\w{2}\*{10}\d{4}$/);
    expect(body.coverages).not.toHaveLength(0);
  });

  test('of somebody else do not exist', async () => {
    const { id } = await firstPolicy();
    for (const target of [id, 'pol_none']) {
      const { status, body } = await product.other.get(`/policies/${target}`);
      expect(status).toBe(404);
      expect(body).toMatchObject({ code: 'NOT_FOUND', detail: expect.stringMatching(/没有找到这张保单/) });
    }
  });

  test('need a session, and one bound to a phone number links nothing by itself', async () => {
    expect((await anonymous(product.stack).get('/policies')).status).toBe(401);
    const agent = await product.signIn('13800000004');
    expect((await agent.get<List>('/policies')).body.items).toEqual([]);
  });

  test.each(['limit=0', 'limit=101', 'limit=x', 'status=unknown', 'who=me', 'cursor='])(
    'refuse the query %s',
    async (query) => {
      const { status, body } = await product.member.get(`/policies?${query}`);
      expect(status).toBe(422);
      expect(body).toMatchObject({ code: 'INVALID_INPUT' });
    },
  );
});

describe.each(['away', 'garbage', 'internal'] as const)('while core is %s', (fault) => {
  test('what was last known is shown with its age, to the one it belongs to alone', async () => {
    const { id } = await firstPolicy();
    const before = await product.member.get<{ asOf: string }>(`/policies/${id}`);
    product.core.break(fault);
    const list = await product.member.get<List>('/policies');
    expect(list.body).toMatchObject({ stale: true });
    expect(list.body.items.length).toBeGreaterThan(4);
    const detail = await product.member.get<{ asOf: string; stale?: boolean }>(`/policies/${id}`);
    expect(detail.body).toMatchObject({ stale: true, asOf: expect.any(String) });
    expect(Date.parse(detail.body.asOf)).toBeLessThanOrEqual(Date.parse(before.body.asOf));
    const foreign = await product.other.get(`/policies/${id}`);
    expect(foreign.status).toBe(503);
    expect(foreign.headers.get('retry-after')).not.toBeNull();
    expect(JSON.stringify(foreign.body)).not.toMatch(/ORA-|unexpected/);
    expect(foreign.body).toMatchObject({ code: 'UPSTREAM_AWAY', detail: expect.stringMatching(/没有改动/) });
  });
});
